//! The states, each list in the order of advance.

use crate::choice::choice;

choice! {
    /// How far a plan is, in one municipality or as a whole (*stand van het plan*), from the least to the most.
    PlanState "stand van het plan" {
        /// Turned down, and not put forward again.
        Rejected = "rejected" / "rejected" / "verworpen",
        /// Taken back.
        Withdrawn = "withdrawn" / "withdrawn" / "ingetrokken",
        /// Being written.
        Draft = "draft" / "draft" / "in concept",
        /// Opinions were asked for.
        Consulted = "consulted" / "consulted" / "geconsulteerd",
        /// Put forward to be adopted.
        Proposed = "proposed" / "proposed" / "voorgelegd",
        /// Its first day has come, and no adoption is on record.
        AdoptionUnrecorded = "adoptionUnrecorded" / "adoption not on record" / "vaststelling niet vastgelegd",
        /// Adopted for some of its municipalities.
        PartlyAdopted = "partlyAdopted" / "partly adopted" / "deels vastgesteld",
        /// Adopted, and not in force yet.
        Adopted = "adopted" / "adopted" / "vastgesteld",
        /// In force.
        InForce = "inForce" / "in force" / "van kracht",
        /// A successor is in force; told of plans in a set only.
        Superseded = "superseded" / "superseded" / "opgevolgd",
        /// Its last day has passed.
        Ended = "ended" / "ended" / "afgelopen",
        /// Looked back on, after its end.
        Evaluated = "evaluated" / "evaluated" / "geëvalueerd",
    }
}

impl PlanState {
    /// Whether it was adopted.
    #[must_use]
    pub fn is_adopted(self) -> bool {
        self >= Self::Adopted
    }
}

choice! {
    /// How far an execution plan is (*stand van het uitvoeringsplan*), from the least to the most.
    ExecutionPlanState "stand van het uitvoeringsplan" {
        /// Turned down, and not put forward again.
        Rejected = "rejected" / "rejected" / "verworpen",
        /// Taken back.
        Withdrawn = "withdrawn" / "withdrawn" / "ingetrokken",
        /// Being written.
        Draft = "draft" / "draft" / "in concept",
        /// Partners were consulted.
        Consulted = "consulted" / "consulted" / "geconsulteerd",
        /// Put forward to be adopted.
        Proposed = "proposed" / "proposed" / "voorgelegd",
        /// Its first day has come, and no adoption is on record.
        AdoptionUnrecorded = "adoptionUnrecorded" / "adoption not on record" / "vaststelling niet vastgelegd",
        /// Adopted for some of the plan's municipalities.
        PartlyAdopted = "partlyAdopted" / "partly adopted" / "deels vastgesteld",
        /// Taken note of, without adoption.
        Noted = "noted" / "taken note of" / "voor kennisgeving aangenomen",
        /// Adopted.
        Adopted = "adopted" / "adopted" / "vastgesteld",
        /// Adopted, and sent to the council.
        SentToCouncil = "sentToCouncil" / "sent to the council" / "naar de raad gezonden",
        /// Its period runs.
        Running = "running" / "running" / "lopend",
        /// Its last day has passed.
        Closed = "closed" / "closed" / "afgesloten",
        /// Looked back on.
        Evaluated = "evaluated" / "evaluated" / "geëvalueerd",
        /// The council got the evaluation.
        EvaluationSent = "evaluationSent" / "evaluation sent to the council" / "evaluatie naar de raad gezonden",
    }
}

impl ExecutionPlanState {
    /// Whether it was adopted or taken note of.
    #[must_use]
    pub fn is_settled(self) -> bool {
        self >= Self::Noted
    }

    /// Whether it was withdrawn or rejected: nothing is done for it, and there is nothing to look back on.
    pub(crate) fn is_off(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Rejected)
    }
}

choice! {
    /// How far an action is, with its execution plan and its reports (*stand van de actie*).
    ActionState "stand van de actie" {
        /// In an execution plan that is not settled yet.
        Proposed = "proposed" / "proposed" / "voorgesteld",
        /// To be done.
        Planned = "planned" / "planned" / "gepland",
        /// Waits for the council to accept the money.
        AwaitingCouncil = "awaitingCouncil" / "awaits the council" / "wacht op de raad",
        /// Under way.
        Running = "running" / "running" / "lopend",
        /// Later than planned.
        Delayed = "delayed" / "delayed" / "vertraagd",
        /// Goes on in another execution plan.
        CarriedOver = "carriedOver" / "carried over" / "doorgeschoven",
        /// Done.
        Done = "done" / "done" / "uitgevoerd",
        /// Done in part.
        PartlyDone = "partlyDone" / "partly done" / "deels uitgevoerd",
        /// Not done.
        NotDone = "notDone" / "not done" / "niet uitgevoerd",
        /// Closed by a decision.
        Closed = "closed" / "closed" / "afgesloten",
        /// Cancelled.
        Cancelled = "cancelled" / "cancelled" / "geschrapt",
        /// Its execution plan was withdrawn or rejected.
        Withdrawn = "withdrawn" / "withdrawn" / "ingetrokken",
    }
}

impl ActionState {
    /// Whether nothing more is to come of it in its execution plan.
    #[must_use]
    pub fn is_final(self) -> bool {
        self >= Self::CarriedOver
    }
}

choice! {
    /// How far an acute issue is (*stand van het acute probleem*).
    AcuteIssueState "stand van het acute probleem" {
        /// Not known yet on the day.
        NotSignalled = "notSignalled" / "not signalled yet" / "nog niet gesignaleerd",
        /// Known.
        Signalled = "signalled" / "signalled" / "gesignaleerd",
        /// Closed.
        Handled = "handled" / "handled" / "afgehandeld",
        /// The council was told about it.
        AccountedFor = "accountedFor" / "accounted for" / "verantwoord",
    }
}

choice! {
    /// How far a council proposal is (*stand van het raadsvoorstel*), from the least to the most.
    ProposalState "stand van het raadsvoorstel" {
        /// Turned down.
        Rejected = "rejected" / "rejected" / "verworpen",
        /// Taken back.
        Withdrawn = "withdrawn" / "withdrawn" / "ingetrokken",
        /// Not put to the council yet.
        Drafted = "drafted" / "drafted" / "in concept",
        /// With the council.
        Submitted = "submitted" / "submitted" / "aangeboden",
        /// Accepted.
        Accepted = "accepted" / "accepted" / "aangenomen",
    }
}

choice! {
    /// How far a priority or theme is (*stand van de prioriteit*).
    GoalState "stand van de prioriteit" {
        /// Its plan is not in force yet.
        Proposed = "proposed" / "proposed" / "voorgesteld",
        /// Its plan is in force.
        Active = "active" / "active" / "actief",
        /// Closed by a decision while the plan runs.
        Closed = "closed" / "closed" / "afgesloten",
        /// Its plan has ended.
        Ended = "ended" / "ended" / "afgelopen",
        /// Its plan was withdrawn or rejected.
        Withdrawn = "withdrawn" / "withdrawn" / "ingetrokken",
    }
}
