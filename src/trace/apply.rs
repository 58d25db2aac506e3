//! Taking the effects of a change: what it touches, and nothing else.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use super::Trace;
use super::block::{FULL, Fact, Fresh, OutLink};
use super::column::{COLUMNS, Column, columns, is_late};
use super::graph::NodeNo;
use super::index::{Home, Index};
use super::kept::Kept;
use super::link::Link;
use super::masks::{Key, Mask};
use super::node::Node;
use super::part::{BlockRef, Part, fresh, prepare};
use super::store::{Bearer, Handle, block_of};
use crate::change::{Applied, EffectKind};
use crate::entity::{Action, ExecutionPlan};
use crate::id::{ActionId, PlanId};
use crate::kind::Kind;
use crate::place::narrow;
use crate::plan::{Element, SafetyPlan};
use crate::power::POWERS;
use crate::value::PowerCode;

/// A step that the trace can't take. It stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StepError {
    /// The trace hasn't this plan.
    #[error("the trace has no plan {0}")]
    UnknownPlan(PlanId),
    /// The step starts from another version of the plan than the trace has.
    #[error("the step starts from another version of plan {0}")]
    OtherVersion(PlanId),
    /// Something else in the trace has an id that the step brings in.
    #[error("the id {0} is that of something else in the trace")]
    IdShared(Uuid),
}

/// What taking a step cost (*verwerking*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[doc(alias = "verwerking")]
#[non_exhaustive]
pub struct Taken {
    /// How many actions were written in their place.
    pub actions: usize,
    /// Whether the plan was put in anew: after any other change than of actions, and of what actions continue or wait for; and
    /// where a heading or power comes, or a power goes.
    pub anew: bool,
}

impl Trace {
    /// Takes the effects of an applied change.
    ///
    /// Actions that were changed or added at the end are written in their place; whatever else was changed, the plan is put
    /// in anew, `O(n log n)` in its elements. Other plans are not touched, and snapshots stay as they are.
    ///
    /// # Errors
    /// The trace hasn't the plan, or has it in another version than the step starts from, or the step brings in an id that
    /// something else has. The trace stays as it was.
    ///
    /// ```
    /// use veiligheidsplan::{SafetyPlan, change::Change, draft::ProgressDraft, entity::Status, trace::Trace};
    ///
    /// let plan = SafetyPlan::from_json(include_str!("../../data/vlaardingen-2020-2023.demo.plan.json"))?;
    /// let on = "2021-10-04".parse()?;
    /// let mut trace = Trace::of(&plan, on);
    /// let snapshot = trace.clone();
    ///
    /// let mut action = plan.to_draft().execution_plans[1].actions[0].clone();
    /// action.progress.push(ProgressDraft { status: Some(Status::Done), ..ProgressDraft::new("2021-10-01") });
    /// let step = plan.apply(&[Change::replace(action)], on)?;
    /// assert!(!trace.apply(&step)?.anew);
    ///
    /// let done = "status:done".parse()?;
    /// assert_eq!(trace.count(&done)?, snapshot.count(&done)? + 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn apply(&mut self, step: &Applied) -> Result<Taken, StepError> {
        let id = step.plan.id();
        let plan = self.index.plan(id).ok_or(StepError::UnknownPlan(id))?;
        if self.index.versions.get(plan as usize) != Some(&step.before.version()) {
            return Err(StepError::OtherVersion(id));
        }
        if let Some(edits) = edits(&self.index, plan, step) {
            let index = Arc::make_mut(&mut self.index);
            let actions = edits.len();
            for edit in &edits {
                index.edit(plan, &step.plan, edit);
            }
            index.renew(plan, step.plan.version());
            return Ok(Taken { actions, anew: false });
        }
        let prepared = prepare(&step.plan);
        if let Some(id) = self.index.clash(&prepared, Some(plan)) {
            return Err(StepError::IdShared(id));
        }
        let index = Arc::make_mut(&mut self.index);
        index.remove(plan);
        index.insert(prepared, Some(plan));
        Ok(Taken { actions: 0, anew: true })
    }
}

/// An action to be written: in its place, or at the end of its execution plan.
struct Edit<'a> {
    action: &'a Action,
    /// The number of the execution plan.
    execution: usize,
    /// Where it stands already.
    handle: Option<Handle>,
}

/// What is to be written, if writing single actions is enough.
fn edits<'a>(index: &Index, plan: u32, step: &'a Applied) -> Option<Vec<Edit<'a>>> {
    let part = index.part(plan)?;
    if !part.graph.keeps_closures() {
        return None;
    }
    let mut edits = Vec::with_capacity(step.effects.len());
    let mut added: HashMap<usize, Vec<(usize, Edit<'a>)>> = HashMap::new();
    let mut dropped: HashMap<NodeNo, u32> = HashMap::new();
    for effect in step.effects.iter().filter(|effect| effect.subject.id != step.plan.id().into_uuid()) {
        if effect.subject.kind != Kind::Action {
            return None;
        }
        let Element::Action(action) = step.plan.element(effect.subject.id)? else { return None };
        fits(part, action).then_some(())?;
        match effect.effect {
            EffectKind::Changed => {
                let Element::Action(was) = step.before.element(effect.subject.id)? else { return None };
                let same = was.depends_on() == action.depends_on()
                    && was.continues() == action.continues()
                    && (action.continues().is_empty() || was.registered_on() == action.registered_on());
                let handle = index.action(effect.subject.id).filter(|_| same)?;
                let (_, position) = index.position(handle)?;
                let execution = part.blocks.get((position / 64) as usize)?.execution as usize;
                // It may have moved to another execution plan, and changed on the way.
                let stands = step.plan.stands_at(action.id());
                if stands.map(|(execution, _)| execution) != Some(execution)
                    || stands != step.before.stands_at(action.id())
                {
                    return None;
                }
                let gone = was.powers().iter().filter(|power| !action.powers().contains(*power));
                for node in gone.filter_map(|power| part.graph.find(Node::Power(in_table(power)?))) {
                    *dropped.entry(node).or_default() += 1;
                }
                edits.push(Edit { action, execution, handle: Some(handle) });
            }
            EffectKind::Added => {
                if !action.depends_on().is_empty() || !action.continues().is_empty() {
                    return None;
                }
                if index.bearers(effect.subject.id).next().is_some() {
                    return None;
                }
                let (execution, at) = step.plan.stands_at(action.id())?;
                added.entry(execution).or_default().push((at, Edit { action, execution, handle: None }));
            }
            EffectKind::Removed | EffectKind::Moved => return None,
        }
    }
    // The plan's own keys: all that the trace holds of them is kept apart from actions.
    if step.effects.iter().any(|effect| effect.subject.id == step.plan.id().into_uuid()) {
        return None;
    }
    // A power that nothing uses any more is no node.
    let stays = |(node, by): (&NodeNo, &u32)| {
        let users = part.masks.get(Key::linked(*node, Link::Uses)).map_or(0, Mask::count);
        *by < users || !part.graph.down(*node).is_empty()
    };
    dropped.iter().all(stays).then_some(())?;
    let mut executions: Vec<usize> = added.keys().copied().collect();
    executions.sort_unstable();
    for execution in executions {
        let mut own = added.remove(&execution)?;
        own.sort_by_key(|(at, _)| *at);
        let before = step.before.execution_plans().get(execution)?.actions().len();
        let ends = own.iter().map(|(at, _)| *at).eq(before..before + own.len());
        ends.then_some(())?;
        edits.extend(own.into_iter().map(|(_, edit)| edit));
    }
    Some(edits)
}

/// Whether the plan knows the heading and the powers that an action names.
fn fits(part: &Part, action: &Action) -> bool {
    let known =
        |code: &PowerCode| in_table(code).is_none_or(|power| part.graph.find(Node::Power(power)).is_some());
    action.item().is_none_or(|item| part.item(item.as_str()).is_some()) && action.powers().iter().all(known)
}

/// The code as the table of powers has it, if it does.
fn in_table(code: &PowerCode) -> Option<&'static str> {
    POWERS.iter().map(|power| power.code).find(|own| *own == code.as_str())
}

/// The keys under which an action with these links stands, in their order, each once.
fn keys(part: &Part, links: &[OutLink], fact: &Fact) -> Vec<Key> {
    let mut keys = Vec::with_capacity(links.len() * 4);
    part.keys(links, fact, |key| keys.push(key));
    keys.sort_unstable();
    keys.dedup();
    keys
}

impl Index {
    fn edit(&mut self, plan: u32, new: &SafetyPlan, edit: &Edit<'_>) {
        let Some(execution) = new.execution_plans().get(edit.execution) else { return };
        let Some(part) = self.part(plan).cloned() else { return };
        let old = edit.handle.and_then(|handle| {
            let block = &self.home(block_of(handle))?.block;
            Some((block.links(handle & 63).to_vec(), *block.fact(handle & 63)?))
        });
        // One of another plan is named as before: its position is none of this plan.
        let position = |id: ActionId| {
            let (holder, position) = self.position(self.action(id.into_uuid())?)?;
            (holder == plan).then_some(position)
        };
        let written = fresh(&part, (edit.execution, execution), edit.action, position, |_| ());
        match (edit.handle, old) {
            (Some(handle), Some(old)) => self.rewrite(plan, part, handle, old, &written),
            _ => self.append(plan, part, edit.execution, execution, &written),
        }
    }

    /// Writes an action in its place.
    fn rewrite(
        &mut self,
        plan: u32,
        part: Arc<Part>,
        handle: Handle,
        (links, fact): (Vec<OutLink>, Fact),
        written: &Fresh<'_>,
    ) {
        let (bit, day) = (handle & 63, self.today());
        let Some(home) = self.home(block_of(handle)) else { return };
        let block = &home.block;
        let (was, local) = (block.state(bit, day), home.local);
        let same = links == written.links
            && fact == written.fact
            && block.title(bit) == written.title
            && block.code(bit) == written.code
            && block.section(bit) == written.section;
        if same {
            if block.turns(bit) == written.turns.as_slice() {
                return;
            }
            let global = narrow(block_of(handle));
            let Some(block) = self.block_mut(global) else { return };
            block.turn(bit, &written.turns);
            let is = block.state(bit, day);
            self.turn(
                handle,
                [
                    (Column::state(was), false),
                    (Column::state(is), true),
                    (Column::LATE, is_late(is, &fact, day)),
                ],
            );
            return;
        }
        let (old, new) = (keys(&part, &links, &fact), keys(&part, &written.links, &written.fact));
        // Nothing but this function holds the plan now, unless a snapshot does.
        drop(part);
        self.rekey(plan, handle, local * 64 + bit, &old, &new);
        if let Some(block) = self.block_mut(narrow(block_of(handle))) {
            block.replace(bit, written);
        }
        self.tell_of(plan, handle);
    }

    /// Puts an action at the end of its execution plan.
    fn append(
        &mut self,
        plan: u32,
        part: Arc<Part>,
        number: usize,
        execution: &ExecutionPlan,
        written: &Fresh<'_>,
    ) {
        let new = keys(&part, &written.links, &written.fact);
        let last = part.executions.get(number).and_then(|execution| execution.blocks.last()).copied();
        let open = last.and_then(|local| {
            let global = part.blocks.get(local as usize)?.global;
            (self.home(global as usize)?.block.len() < FULL).then_some((local, global))
        });
        drop(part);
        let (local, global) = open.unwrap_or_else(|| self.grow(plan, number, execution));
        let Some(block) = self.block_mut(global) else { return };
        let bit = narrow(block.len());
        block.push(written);
        let handle = global * 64 + bit;
        self.rekey(plan, handle, local * 64 + bit, &[], &new);
        self.bear(written.id, Bearer::Action(handle));
        self.tell_of(plan, handle);
    }

    /// One more block for an execution plan.
    fn grow(&mut self, plan: u32, number: usize, execution: &ExecutionPlan) -> (u32, u32) {
        let global = self.allocate(execution.period().start().year());
        let mut local = 0;
        if let Some(part) = self.part_mut(plan) {
            local = narrow(part.blocks.len());
            part.blocks.push(BlockRef { global, execution: narrow(number) });
            if let Some(execution) = part.executions.get_mut(number) {
                execution.blocks.push(local);
            }
            // With more actions there may be room for counts.
            if part.kept.is_none() {
                part.kept = Kept::of(part);
            }
        }
        if let Some(place) = self.blocks.get_mut(global as usize) {
            *place = Home { plan, local, ..Home::default() };
        }
        (local, global)
    }

    fn part_mut(&mut self, plan: u32) -> Option<&mut Part> {
        self.plans.get_mut(plan as usize)?.as_mut().map(Arc::make_mut)
    }

    /// Puts an action under other keys.
    fn rekey(&mut self, plan: u32, handle: Handle, position: u32, old: &[Key], new: &[Key]) {
        let gone = old.iter().filter(|key| new.binary_search(key).is_err()).map(|key| (*key, false));
        let come = new.iter().filter(|key| old.binary_search(key).is_err()).map(|key| (*key, true));
        let changes: Vec<(Key, bool)> = gone.chain(come).collect();
        if changes.is_empty() {
            return;
        }
        if let Some(part) = self.part_mut(plan) {
            for (key, is_in) in &changes {
                part.masks.put(*key, position, *is_in);
            }
            let execution = part.blocks.get((position / 64) as usize).map(|place| place.execution as usize);
            let execution = execution.and_then(|execution| part.executions.get(execution));
            if let Some((kept, execution)) = part.kept.as_mut().zip(execution) {
                kept.put(&part.graph, old, execution.year, false);
                kept.put(&part.graph, new, execution.year, true);
            }
        }
        let Some(part) = self.part(plan).cloned() else { return };
        for (key, is_in) in changes {
            self.put_wide(&part, key, handle, is_in);
        }
    }

    /// Tells the bitmaps of an action that was written.
    fn tell_of(&mut self, plan: u32, handle: Handle) {
        let (bit, day) = (handle & 63, self.today());
        let Some(home) = self.home(block_of(handle)) else { return };
        let (Some(id), Some(fact)) = (home.block.id(bit), home.block.fact(bit)) else { return };
        let is_exempt = self.part(plan).is_some_and(|part| super::index::is_exempt(part, id, self.day));
        let mut words = [0; COLUMNS];
        let state = home.block.state(bit, day);
        columns(&mut words, bit, (fact, home.block.links(bit)), state, (day, is_exempt));
        self.tell(handle, &words);
        self.remix(narrow(block_of(handle)));
    }
}
