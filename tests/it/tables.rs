//! A naive reader of the tables of facts and states: every question looks at every fact again.

use veiligheidsplan::entity::{
    Act, Action, AddresseeKind, Clause, Decision, Evaluation, EvaluationKind, ExecutionPlan, FundingSource,
    Organ, Period, Progress, Status,
};
use veiligheidsplan::lifecycle::{
    ActionState, AcuteIssueState, ExecutionPlanState, GoalState, PlanState, ProposalState,
};
use veiligheidsplan::uuid::Uuid;
use veiligheidsplan::value::MunicipalityCode;
use veiligheidsplan::{Date, SafetyPlan};

/// The tables, read line by line.
pub(crate) struct Naive<'a> {
    pub(crate) plan: &'a SafetyPlan,
    pub(crate) day: Date,
}

/// What was said up to a day of a plan or execution plan, in one municipality.
struct Heard<'a> {
    /// Of draft, consulted, proposed, noted, rejected and withdrawn, as the states are written.
    word: &'static str,
    adopted: Option<&'a Decision>,
    sent: bool,
    end: Date,
}

fn to_council(decision: &Decision, clause: &Clause) -> bool {
    match clause.act() {
        Act::Inform => clause.to().iter().any(|to| to.kind() == AddresseeKind::Council),
        Act::TakeNote | Act::Adopt | Act::Reject => decision.organ() == Organ::Council,
        _ => false,
    }
}

impl<'a> Naive<'a> {
    /// The clauses on an element up to the day, by date; the document breaks ties.
    fn said(&self, of: Uuid, municipality: Option<&MunicipalityCode>) -> Vec<(&'a Decision, &'a Clause)> {
        let mut said = Vec::new();
        for decision in self.plan.decisions() {
            let elsewhere =
                municipality.is_some_and(|own| decision.municipality().is_some_and(|of| of != own));
            if decision.date() <= self.day && !elsewhere {
                let own = decision.clauses().iter().filter(|clause| clause.object().id().into_uuid() == of);
                said.extend(own.map(|clause| (decision, clause)));
            }
        }
        said.sort_by_key(|(decision, _)| decision.date());
        said
    }

    fn heard(&self, of: Uuid, period: &Period, municipality: &MunicipalityCode, notes: bool) -> Heard<'a> {
        let mut heard = Heard { word: "draft", adopted: None, sent: false, end: period.end() };
        let (mut closed, mut until) = (None, None);
        for (decision, clause) in self.said(of, Some(municipality)) {
            let is_over = ["rejected", "withdrawn"].contains(&heard.word);
            match clause.act() {
                Act::Consult if heard.word == "draft" => heard.word = "consulted",
                Act::Propose if heard.word != "noted" => heard.word = "proposed",
                Act::TakeNote if notes && !is_over => heard.word = "noted",
                Act::Reject if heard.adopted.is_none() => heard.word = "rejected",
                Act::Withdraw => (heard.word, heard.adopted) = ("withdrawn", None),
                Act::Adopt => heard.adopted = heard.adopted.or(Some(decision)),
                Act::Extend => until = clause.until(),
                Act::Close => closed = closed.or(Some(decision.date())),
                _ => {}
            }
            heard.sent |= to_council(decision, clause);
        }
        heard.end = until.map_or(heard.end, |until| until.max(heard.end));
        heard.end = closed.map_or(heard.end, |closed| closed.min(heard.end));
        heard
    }

    fn delivered(&self, of: Uuid) -> Vec<&'a Evaluation> {
        let of = |one: &&Evaluation| one.of().iter().any(|it| it.id().into_uuid() == of);
        let known = |one: &&Evaluation| one.delivered_on().is_some_and(|delivered| delivered <= self.day);
        self.plan.evaluations().iter().filter(of).filter(known).collect()
    }

    fn plan_in(&self, municipality: &MunicipalityCode) -> PlanState {
        let (id, period) = (self.plan.id().into_uuid(), self.plan.period());
        let heard = self.heard(id, period, municipality, false);
        let Some(adopted) = heard.adopted else {
            return match heard.word {
                "rejected" => PlanState::Rejected,
                "withdrawn" => PlanState::Withdrawn,
                _ if period.start() <= self.day => PlanState::AdoptionUnrecorded,
                "proposed" => PlanState::Proposed,
                "consulted" => PlanState::Consulted,
                _ => PlanState::Draft,
            };
        };
        let looks_back =
            |one: &&Evaluation| one.kind() == Some(EvaluationKind::Final) || heard.end <= one.period().end();
        if heard.end < self.day {
            let evaluated = self.delivered(id).iter().any(looks_back);
            return if evaluated { PlanState::Evaluated } else { PlanState::Ended };
        }
        let effective = adopted.effective_from().unwrap_or(adopted.date()) <= self.day;
        if effective && period.start() <= self.day { PlanState::InForce } else { PlanState::Adopted }
    }

    fn plan(&self) -> PlanState {
        let each = self.plan.municipalities().iter().map(|one| self.plan_in(one.code()));
        let each: Vec<PlanState> = each.collect();
        let adopted = each.iter().filter(|state| **state >= PlanState::Adopted).count();
        if adopted > 0 && adopted < each.len() {
            PlanState::PartlyAdopted
        } else {
            *each.iter().min().unwrap()
        }
    }

    fn execution_plan_in(&self, plan: &ExecutionPlan, municipality: &MunicipalityCode) -> ExecutionPlanState {
        use ExecutionPlanState as State;
        let (id, start) = (plan.id().into_uuid(), plan.period().start());
        let heard = self.heard(id, plan.period(), municipality, true);
        match (heard.adopted, heard.word) {
            (None, "rejected") => return State::Rejected,
            (None, "withdrawn") => return State::Withdrawn,
            (None, "draft" | "consulted" | "proposed") if start <= self.day => {
                return State::AdoptionUnrecorded;
            }
            (None, "draft") => return State::Draft,
            (None, "consulted") => return State::Consulted,
            (None, "proposed") => return State::Proposed,
            _ => {}
        }
        if heard.end < self.day {
            let on_the_way = [Some(EvaluationKind::Interim), Some(EvaluationKind::HalfYearly)];
            let mut evaluations = self.delivered(id);
            evaluations.retain(|one| !on_the_way.contains(&one.kind()) || heard.end <= one.period().end());
            evaluations.sort_by_key(|one| one.delivered_on());
            let Some(first) = evaluations.first() else { return State::Closed };
            let said = self.said(first.id().into_uuid(), Some(municipality));
            let sent = said.iter().any(|(decision, clause)| to_council(decision, clause));
            return if sent { State::EvaluationSent } else { State::Evaluated };
        }
        match (heard.adopted, heard.sent) {
            _ if start <= self.day => State::Running,
            (None, _) => State::Noted,
            (Some(_), false) => State::Adopted,
            (Some(_), true) => State::SentToCouncil,
        }
    }

    fn execution_plan(&self, plan: &ExecutionPlan) -> ExecutionPlanState {
        // Its own municipalities, where it isn't of all.
        let of = |code: &&MunicipalityCode| {
            plan.municipalities().is_empty() || plan.municipalities().contains(code)
        };
        let codes = self.plan.municipalities().iter().map(|one| one.code()).filter(of);
        let each: Vec<ExecutionPlanState> = codes.map(|code| self.execution_plan_in(plan, code)).collect();
        let settled = each.iter().filter(|state| **state >= ExecutionPlanState::Noted).count();
        let partly = settled > 0 && settled < each.len();
        if partly { ExecutionPlanState::PartlyAdopted } else { *each.iter().min().unwrap() }
    }

    /// The last word on how far an action is.
    fn reported(&self, action: &Action) -> Option<Status> {
        let mut said: Vec<(Date, Status)> = Vec::new();
        for evaluation in self.plan.evaluations() {
            if evaluation.delivered_on().is_some_and(|delivered| delivered <= self.day) {
                let own = evaluation.outcomes().iter().filter(|outcome| outcome.action() == action.id());
                said.extend(own.filter_map(|one| Some((evaluation.period().end(), one.status()?))));
            }
        }
        for report in action.progress().iter().filter(|report| report.date() <= self.day) {
            let later = action.period().is_some_and(|planned| {
                report.expected_end().is_some_and(|expected| planned.end() < expected)
            });
            let status = match report.status() {
                None | Some(Status::Started) if later => Some(Status::Delayed),
                status => status,
            };
            said.extend(status.map(|status| (report.date(), status)));
        }
        said.sort_by_key(|(day, _)| *day);
        said.last().map(|(_, status)| *status)
    }

    fn carried_over(&self, action: &Action, of: &ExecutionPlan) -> bool {
        let others = self.plan.execution_plans().iter().filter(|other| other.id() != of.id());
        let mut begun = others.filter(|other| {
            let off = [ExecutionPlanState::Rejected, ExecutionPlanState::Withdrawn];
            other.period().start() <= self.day && !off.contains(&self.execution_plan(other))
        });
        begun.any(|other| {
            other.actions().iter().any(|next| {
                next.continues().contains(&action.id())
                    && next.registered_on().is_none_or(|taken_up| taken_up <= self.day)
            })
        })
    }

    fn action(&self, action: &Action, of: &ExecutionPlan) -> ActionState {
        let execution = self.execution_plan(of);
        if matches!(execution, ExecutionPlanState::Rejected | ExecutionPlanState::Withdrawn) {
            return ActionState::Withdrawn;
        }
        let ended = match self.reported(action) {
            Some(Status::Done) if !action.continuous() => return ActionState::Done,
            Some(Status::Cancelled) => return ActionState::Cancelled,
            Some(Status::PartlyDone) if !action.continuous() => Some(ActionState::PartlyDone),
            Some(Status::NotDone) => Some(ActionState::NotDone),
            _ => None,
        };
        let said = self.said(action.id().into_uuid(), None);
        if said.iter().any(|(_, clause)| clause.act() == Act::Close) {
            return ended.unwrap_or(ActionState::Closed);
        }
        if self.carried_over(action, of) {
            return ActionState::CarriedOver;
        }
        let shows = |one: &Progress| {
            let some =
                one.percent().is_some_and(|it| it.get() > 0) || one.spent().is_some_and(|it| it.get() > 0);
            one.date() <= self.day && some
        };
        match (ended, self.reported(action)) {
            (Some(ended), _) => ended,
            (None, Some(Status::Delayed)) => ActionState::Delayed,
            (None, Some(_)) => ActionState::Running,
            (None, None) if action.progress().iter().any(shows) => ActionState::Running,
            _ if execution < ExecutionPlanState::Noted => ActionState::Proposed,
            _ if action.registered_on().is_some_and(|taken_up| self.day < taken_up) => ActionState::Proposed,
            _ if self.lacks_money(action) => ActionState::AwaitingCouncil,
            _ => ActionState::Planned,
        }
    }

    fn lacks_money(&self, action: &Action) -> bool {
        action.cost().is_some_and(|cost| {
            let mut additional =
                cost.funding().iter().filter(|one| one.source() == FundingSource::Additional);
            additional.any(|one| {
                let named = self.plan.proposals().iter().find(|it| Some(it.id()) == one.proposal());
                named.is_none_or(|it| {
                    self.proposal(it.id().into_uuid(), it.submitted_on()) != ProposalState::Accepted
                })
            })
        })
    }

    fn proposal(&self, id: Uuid, submitted: Option<Date>) -> ProposalState {
        let each = self.plan.municipalities().iter().map(|municipality| {
            let submitted = submitted.is_some_and(|submitted| submitted <= self.day);
            let first = if submitted { ProposalState::Submitted } else { ProposalState::Drafted };
            self.said(id, Some(municipality.code())).iter().fold(first, |_, (_, clause)| match clause.act() {
                Act::Propose => ProposalState::Submitted,
                Act::Accept => ProposalState::Accepted,
                Act::Reject => ProposalState::Rejected,
                Act::Withdraw => ProposalState::Withdrawn,
                act => panic!("{act:?} on a proposal"),
            })
        });
        each.min().unwrap()
    }

    fn goal(&self, id: Uuid) -> GoalState {
        let closed = self.said(id, None).iter().any(|(_, clause)| clause.act() == Act::Close);
        match self.plan() {
            PlanState::Withdrawn | PlanState::Rejected => GoalState::Withdrawn,
            _ if closed => GoalState::Closed,
            PlanState::InForce => GoalState::Active,
            PlanState::Ended | PlanState::Evaluated => GoalState::Ended,
            _ => GoalState::Proposed,
        }
    }

    fn issue(&self, issue: &veiligheidsplan::entity::AcuteIssue) -> AcuteIssueState {
        let said = self.said(issue.id().into_uuid(), None);
        let told = said.iter().any(|(decision, clause)| to_council(decision, clause));
        match () {
            () if self.day < issue.signalled_on() => AcuteIssueState::NotSignalled,
            () if told || issue.accounted_on().is_some_and(|it| it <= self.day) => {
                AcuteIssueState::AccountedFor
            }
            () if said.iter().any(|(_, clause)| clause.act() == Act::Close) => AcuteIssueState::Handled,
            () => AcuteIssueState::Signalled,
        }
    }

    /// Every state, with what it is the state of.
    pub(crate) fn states(&self) -> Vec<(Uuid, &'static str)> {
        let plan = self.plan;
        let mut states = vec![(plan.id().into_uuid(), self.plan().as_str())];
        let each = plan.municipalities().iter().map(|one| self.plan_in(one.code()).as_str());
        states.extend(each.map(|state| (plan.id().into_uuid(), state)));
        for one in plan.priorities() {
            states.push((one.id().into_uuid(), self.goal(one.id().into_uuid()).as_str()));
        }
        for one in plan.themes() {
            states.push((one.id().into_uuid(), self.goal(one.id().into_uuid()).as_str()));
        }
        for one in plan.execution_plans() {
            states.push((one.id().into_uuid(), self.execution_plan(one).as_str()));
            let actions = one.actions().iter();
            states.extend(actions.map(|it| (it.id().into_uuid(), self.action(it, one).as_str())));
        }
        states.extend(plan.acute_issues().iter().map(|one| (one.id().into_uuid(), self.issue(one).as_str())));
        let proposals = plan.proposals().iter().map(|one| {
            let id = one.id().into_uuid();
            (id, self.proposal(id, one.submitted_on()).as_str())
        });
        states.extend(proposals);
        states
    }
}
