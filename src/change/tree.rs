//! A plan as a tree of elements that can be taken out and put in.

use std::collections::HashMap;

use super::element::{ElementDraft, Holder, list_of, lists};
use crate::draft::SafetyPlanDraft;
use crate::kind::Kind;

/// The deepest that a tree may be, so that no batch of changes makes a draft too deep to be walked. A text is at most 128
/// levels deep, and each element takes two.
pub(super) const DEPTH: usize = 64;

/// The number of the plan itself.
pub(super) const ROOT: usize = 0;

/// The elements of a plan by number, with what each holds.
#[derive(Debug)]
pub(super) struct Tree {
    /// The plan without its elements.
    pub(super) plan: SafetyPlanDraft,
    nodes: Vec<Node>,
    /// Per kind, the first element with an id.
    known: HashMap<Kind, HashMap<Box<str>, usize>>,
}

#[derive(Debug)]
struct Node {
    kind: Kind,
    /// The element without what it holds; nothing for the plan.
    own: Option<ElementDraft>,
    holder: usize,
    /// What it holds, per list of its kind.
    lists: Vec<Vec<usize>>,
}

impl Node {
    fn new(kind: Kind, own: Option<ElementDraft>, holder: usize) -> Self {
        Self { kind, own, holder, lists: vec![Vec::new(); lists(kind).len()] }
    }
}

impl Tree {
    pub(super) fn grow(mut plan: SafetyPlanDraft) -> Self {
        let children = plan.take_children();
        let root = Node::new(Kind::Plan, None, ROOT);
        let mut tree = Self { plan, nodes: vec![root], known: HashMap::new() };
        for child in children {
            tree.plant(child, ROOT);
        }
        tree.know_from(ROOT);
        tree
    }

    /// Takes in an element with what it holds, at the end of its holder's list; gives its number.
    fn plant(&mut self, element: ElementDraft, holder: usize) -> usize {
        let number = self.raise(element, holder);
        let slot = self.slot(number);
        if let Some(list) = self.list_mut(holder, slot) {
            list.push(number);
        }
        number
    }

    /// Takes in an element with what it holds; it stands in no list yet.
    pub(super) fn raise(&mut self, element: ElementDraft, holder: usize) -> usize {
        let (own, children) = element.split();
        let number = self.nodes.len();
        self.nodes.push(Node::new(own.kind(), Some(own), holder));
        for child in children {
            self.plant(child, number);
        }
        number
    }

    /// Lets the elements from this number on be found.
    pub(super) fn know_from(&mut self, number: usize) {
        for (number, node) in self.nodes.iter().enumerate().skip(number) {
            if let Some(own) = &node.own {
                self.known.entry(node.kind).or_default().entry(own.id().into()).or_insert(number);
            }
        }
    }

    /// Drops the elements from this number on, which nothing knows yet.
    pub(super) fn drop_from(&mut self, number: usize) {
        self.nodes.truncate(number);
    }

    /// How many elements were ever taken in, the plan included: the number that the next one gets.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<usize> {
        match kind {
            Kind::Plan => (id == self.plan.id).then_some(ROOT),
            _ => self.known.get(&kind)?.get(id).copied(),
        }
    }

    pub(super) fn kind(&self, number: usize) -> Kind {
        self.nodes.get(number).map_or(Kind::Plan, |node| node.kind)
    }

    pub(super) fn id(&self, number: usize) -> &str {
        self.own(number).map_or(&self.plan.id, |own| own.id())
    }

    /// The element itself, without what it holds; nothing for the plan.
    pub(super) fn own(&self, number: usize) -> Option<&ElementDraft> {
        self.nodes.get(number)?.own.as_ref()
    }

    pub(super) fn replace(&mut self, number: usize, own: ElementDraft) {
        if let Some(node) = self.nodes.get_mut(number) {
            node.own = Some(own);
        }
    }

    pub(super) fn holder(&self, number: usize) -> usize {
        self.nodes.get(number).map_or(ROOT, |node| node.holder)
    }

    /// The number of the list that an element stands in.
    fn slot(&self, number: usize) -> usize {
        list_of(self.kind(self.holder(number)), self.kind(number)).unwrap_or(usize::MAX)
    }

    /// What an element holds, per list.
    pub(super) fn held(&self, number: usize) -> &[Vec<usize>] {
        self.nodes.get(number).map_or(&[], |node| &node.lists)
    }

    pub(super) fn list(&self, holder: usize, slot: usize) -> &[usize] {
        self.held(holder).get(slot).map_or(&[], |list| list)
    }

    fn list_mut(&mut self, holder: usize, slot: usize) -> Option<&mut Vec<usize>> {
        self.nodes.get_mut(holder)?.lists.get_mut(slot)
    }

    /// Where in its list an element stands.
    pub(super) fn position(&self, number: usize) -> Option<usize> {
        self.list(self.holder(number), self.slot(number)).iter().position(|one| *one == number)
    }

    /// Puts an element into a list of its holder-to-be.
    pub(super) fn insert(&mut self, number: usize, holder: usize, at: usize) {
        if let Some(node) = self.nodes.get_mut(number) {
            node.holder = holder;
        }
        let slot = self.slot(number);
        if let Some(list) = self.list_mut(holder, slot) {
            list.insert(at.min(list.len()), number);
        }
    }

    /// Takes an element out of its list; it is still known.
    pub(super) fn take_out(&mut self, number: usize) {
        let (holder, slot, at) = (self.holder(number), self.slot(number), self.position(number));
        if let Some((list, at)) = self.list_mut(holder, slot).zip(at) {
            list.remove(at);
        }
    }

    /// Takes an element out, with all that it holds.
    pub(super) fn remove(&mut self, number: usize) {
        self.take_out(number);
        for number in self.below(number) {
            let Some(own) = self.own(number) else { continue };
            let (kind, id) = (own.kind(), own.id().to_owned());
            if let Some(known) = self.known.get_mut(&kind)
                && known.get(id.as_str()) == Some(&number)
            {
                known.remove(id.as_str());
            }
        }
    }

    /// An element and everything below it, in the order of the document.
    pub(super) fn below(&self, number: usize) -> Vec<usize> {
        let (mut found, mut open) = (Vec::new(), vec![number]);
        while let Some(number) = open.pop() {
            found.push(number);
            open.extend(self.held(number).iter().rev().flat_map(|list| list.iter().rev()));
        }
        found
    }

    /// The holders of an element, itself first and the plan last; at most as many as a tree may be deep.
    pub(super) fn up(&self, number: usize) -> impl Iterator<Item = usize> {
        let up = |number: &usize| (*number != ROOT).then(|| self.holder(*number));
        std::iter::successors(Some(number), up).take(DEPTH + 1)
    }

    /// Whether an element stands deeper than a tree may be.
    pub(super) fn is_too_deep(&self, number: usize) -> bool {
        self.up(number).nth(DEPTH).is_some()
    }

    /// Whether anything stands deeper than a tree may be.
    fn has_too_deep(&self) -> bool {
        let mut open = vec![(ROOT, 0)];
        while let Some((number, depth)) = open.pop() {
            if depth >= DEPTH {
                return true;
            }
            open.extend(self.held(number).iter().flatten().map(|child| (*child, depth + 1)));
        }
        false
    }

    /// An element with what it holds, as far as it is wanted: nothing below an element that isn't.
    pub(super) fn copy(
        &self,
        number: usize,
        wanted: &impl Fn(&ElementDraft) -> bool,
    ) -> Option<ElementDraft> {
        let own = self.own(number).filter(|own| wanted(own))?;
        let children = self.held(number).iter().flatten().filter_map(|child| self.copy(*child, wanted));
        Some(own.clone().join(children))
    }

    /// The plan that the tree is; nothing if it is too deep.
    pub(super) fn build(mut self) -> Option<SafetyPlanDraft> {
        if self.has_too_deep() {
            return None;
        }
        let mut plan = std::mem::take(&mut self.plan);
        for child in self.taken(ROOT) {
            plan.put_child(child);
        }
        Some(plan)
    }

    /// What an element holds, taken out of the tree.
    fn taken(&mut self, number: usize) -> Vec<ElementDraft> {
        let lists =
            self.nodes.get_mut(number).map(|node| std::mem::take(&mut node.lists)).unwrap_or_default();
        let mut taken = Vec::new();
        for child in lists.into_iter().flatten() {
            let Some(own) = self.nodes.get_mut(child).and_then(|node| node.own.take()) else { continue };
            taken.push(own.join(self.taken(child)));
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::SafetyPlan;

    const BASE: &str = include_str!("../../tests/it/fixtures/base.json");
    const DEMO: &str = include_str!("../../data/vlaardingen-2020-2023.demo.plan.json");

    #[test]
    fn a_tree_holds_every_element_once_and_is_the_plan_again() {
        for text in [BASE, DEMO] {
            let plan = SafetyPlan::from_json(text).unwrap();
            let tree = Tree::grow(plan.to_draft());
            let of_plan: Vec<_> = plan
                .elements()
                .map(|element| (element.kind(), element.id().into_uuid().to_string()))
                .collect();
            let below = tree.below(ROOT);
            let of_tree: Vec<_> =
                below.iter().map(|number| (tree.kind(*number), tree.id(*number).to_owned())).collect();
            assert_eq!(of_tree, of_plan);
            for number in below {
                assert_eq!(tree.find(tree.kind(number), tree.id(number)), Some(number));
                assert!(tree.own(number).is_none_or(|own| !own.has_children()));
            }
            assert!(!tree.plan.has_children());
            assert_eq!(tree.build().unwrap(), plan.to_draft());
        }
    }

    #[test]
    fn the_kinds_that_hold_elements_are_those_whose_keys_say_so() {
        let plan = SafetyPlan::from_json(BASE).unwrap();
        let kinds: std::collections::BTreeSet<Kind> = plan.elements().map(|element| element.kind()).collect();
        assert_eq!(kinds.len(), Kind::ALL.len(), "the base uses every kind");
        for kind in Kind::ALL {
            for (number, (held, key)) in lists(*kind).iter().enumerate() {
                assert_eq!(list_of(*kind, *held), Some(number), "{kind} has one list of {held}");
                assert!(super::super::element::keys(*kind).contains(key), "{kind} has the key {key}");
            }
        }
    }
}
