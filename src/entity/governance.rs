//! Facts: what was decided, evaluated, corrected and accepted.

use super::{
    Amount, AmountDraft, DecisionObject, DecisionObjectDraft, Disclosure, Effect, ElementReference,
    ElementReferenceDraft, Evaluated, EvaluatedDraft, Period, PeriodDraft, Status,
};
use crate::choice::choice;
use crate::entity::model::{element, part};
use crate::id::{
    ActionId, AcuteIssueId, DecisionId, EvaluationFindingId, EvaluationId, PartnerId, ProposalId,
};
use crate::value::{Date, Digest, FindingCode, MunicipalityCode, Text, Title};
use crate::wire::Listed;

element! {
    /// Something current that asks for action outside the priorities (source §3.1). It never changes an adopted plan.
    AcuteIssue AcuteIssueDraft "acuut probleem" AcuteIssue AcuteIssueId {
        /// What it is called.
        need title "title" "titel": String => Title,
        /// When it was signalled.
        need_copy signalled_on "signalledOn" "gesignaleerd op": String => Date,
        /// What it is.
        may description "description" "omschrijving": String => Text,
        /// When the council was told about it afterwards (source §5.2); not before the signal.
        may_copy accounted_on "accountedOn" "verantwoord op": String => Date,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
        /// What it did to actions.
        many effects "effects" "gevolgen": IssueEffectDraft => IssueEffect,
    }
}

choice! {
    /// What an acute issue did to an action.
    IssueChange "gevolg" {
        /// It was added.
        Added = "added" / "added" / "toegevoegd",
        /// It was changed.
        Changed = "changed" / "changed" / "gewijzigd",
        /// It was brought forward.
        Accelerated = "accelerated" / "accelerated" / "versneld",
        /// It was put off.
        Postponed = "postponed" / "postponed" / "uitgesteld",
        /// It was cancelled.
        Cancelled = "cancelled" / "cancelled" / "geschrapt",
    }
}

part! {
    /// What an acute issue did to one action.
    IssueEffect IssueEffectDraft "gevolg voor een actie" {
        /// The action.
        need_copy action "action" "actie": String => ActionId,
        /// What happened to it.
        need_copy effect "effect" "gevolg": IssueChange => IssueChange,
        /// What there is to say about it.
        may note "note" "toelichting": String => Text,
    }
}

element! {
    /// A proposal to the council, mostly for money (source §5.3). Its outcome is a decision.
    CouncilProposal CouncilProposalDraft "raadsvoorstel" Proposal ProposalId {
        /// What it is called.
        need title "title" "titel": String => Title,
        /// When it went to the council.
        may_copy submitted_on "submittedOn" "aangeboden op": String => Date,
        /// What it asks for.
        may amount "amount" "bedrag": AmountDraft => Amount,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
    }
}

choice! {
    /// Who decides (source §5.1).
    Organ "orgaan" {
        /// The municipal council.
        Council = "council" / "council" / "gemeenteraad",
        /// The mayor and aldermen.
        College = "college" / "college" / "college van B&W",
        /// The mayor.
        Mayor = "mayor" / "mayor" / "burgemeester",
        /// Mayor, public prosecutor and police.
        Triangle = "triangle" / "triangle" / "driehoek",
        /// Another body, which is named.
        Other = "other" / "other" / "ander orgaan",
    }
}

choice! {
    /// What a decision does.
    Act "handeling" {
        /// Puts it forward to be decided on.
        Propose = "propose" / "propose" / "voorleggen",
        /// Asks for opinions.
        Consult = "consult" / "consult" / "raadplegen",
        /// Adopts it.
        Adopt = "adopt" / "adopt" / "vaststellen",
        /// Changes it.
        Amend = "amend" / "amend" / "wijzigen",
        /// Takes note of it.
        TakeNote = "takeNote" / "take note" / "voor kennisgeving aannemen",
        /// Sends it for information.
        Inform = "inform" / "inform" / "ter kennisname zenden",
        /// Gives it a later end.
        Extend = "extend" / "extend" / "verlengen",
        /// Instructs the college: a motion.
        Instruct = "instruct" / "instruct" / "opdragen",
        /// Accepts it.
        Accept = "accept" / "accept" / "aannemen",
        /// Rejects it.
        Reject = "reject" / "reject" / "verwerpen",
        /// Takes it back.
        Withdraw = "withdraw" / "withdraw" / "intrekken",
        /// Closes it.
        Close = "close" / "close" / "afsluiten",
    }
}

element! {
    /// A decision on record: who, when, and what in one or more clauses.
    Decision DecisionDraft "besluit" Decision DecisionId {
        /// Who decided.
        need_copy organ "organ" "orgaan": Organ => Organ,
        /// When.
        need_copy date "date" "datum": String => Date,
        /// What was decided.
        some clauses "clauses" "onderdelen": ClauseDraft => Clause,
        /// The name of the organ, where it is another one.
        may organ_name "organName" "naam van het orgaan": String => Title,
        /// The municipality whose organ decided, in a plan of several.
        may municipality "municipality" "gemeente": String => MunicipalityCode,
        /// When it takes effect.
        may_copy effective_from "effectiveFrom" "ingangsdatum": String => Date,
        /// Where it is filed.
        may reference "reference" "kenmerk": String => Title,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
    }
}

part! {
    /// One thing that a decision does to one element.
    Clause ClauseDraft "onderdeel van een besluit" {
        /// What it does.
        need_copy act "act" "handeling": Act => Act,
        /// What it does it to.
        need object "object" "voorwerp": DecisionObjectDraft => DecisionObject,
        /// The new last day; always and only when extending.
        may_copy until "until" "tot en met": String => Date,
        /// What is asked; always and only when instructing.
        may text "text" "tekst": String => Text,
        /// The digest of the strategic part that was decided on; only when adopting or amending the plan.
        may digest "digest" "vingerafdruk": String => Digest,
        /// To whom; only when informing or consulting.
        many to "to" "aan": AddresseeDraft => Addressee,
    }
}

impl Listed for Clause {}

choice! {
    /// To whom something is sent or put.
    AddresseeKind "aan" {
        /// The council.
        Council = "council" / "council" / "gemeenteraad",
        /// The college.
        College = "college" / "college" / "college van B&W",
        /// The mayor.
        Mayor = "mayor" / "mayor" / "burgemeester",
        /// The triangle.
        Triangle = "triangle" / "triangle" / "driehoek",
        /// One partner.
        Partner = "partner" / "partner" / "partner",
        /// The partners together.
        Partners = "partners" / "partners" / "partners",
        /// Somebody else.
        Other = "other" / "other" / "overig",
    }
}

part! {
    /// To whom something is sent or put.
    Addressee AddresseeDraft "geadresseerde" {
        /// Which organ or party.
        need_copy kind "kind" "soort": AddresseeKind => AddresseeKind,
        /// The partner; always and only with the kind partner.
        may_copy partner "partner" "partner": String => PartnerId,
    }
}

choice! {
    /// How an evaluation falls in the cycle.
    EvaluationKind "soort evaluatie" {
        /// Somewhere on the way.
        Interim = "interim" / "interim" / "tussentijds",
        /// Every half year.
        HalfYearly = "halfYearly" / "half-yearly" / "halfjaarlijks",
        /// Every year.
        Yearly = "yearly" / "yearly" / "jaarlijks",
        /// At the end.
        Final = "final" / "final" / "eindevaluatie",
    }
}

element! {
    /// A look back on a plan or execution plans; also after the plan has ended (source §5.2).
    Evaluation EvaluationDraft "evaluatie" Evaluation EvaluationId {
        /// What is looked back on.
        some of "of" "van": EvaluatedDraft => Evaluated,
        /// The period looked back on.
        need period "period" "periode": PeriodDraft => Period,
        /// What it is called.
        may title "title" "titel": String => Title,
        /// How it falls in the cycle.
        may_copy kind "kind" "soort": EvaluationKind => EvaluationKind,
        /// When it was delivered; not before its period starts.
        may_copy delivered_on "deliveredOn" "opgeleverd op": String => Date,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
        /// What it says of actions.
        many outcomes "outcomes" "uitkomsten": OutcomeDraft => Outcome,
        /// What it found.
        many findings "findings" "bevindingen": EvaluationFindingDraft => EvaluationFinding,
    }
}

part! {
    /// What an evaluation says of one action.
    Outcome OutcomeDraft "uitkomst" {
        /// The action.
        need_copy action "action" "actie": String => ActionId,
        /// How far it came.
        may_copy status "status" "status": Status => Status,
        /// What came of it.
        may_copy effect "effect" "effect": Effect => Effect,
        /// What there is to say.
        may text "text" "tekst": String => Text,
    }
}

element! {
    /// Something that an evaluation found; an action can come from it.
    EvaluationFinding EvaluationFindingDraft "bevinding van een evaluatie" EvaluationFinding EvaluationFindingId {
        /// What was found.
        need text "text" "tekst": String => Text,
    }
}

part! {
    /// The repair of a transcription, allowed at any time.
    Correction CorrectionDraft "correctie" {
        /// When.
        need_copy date "date" "datum": String => Date,
        /// What was wrong.
        need reason "reason" "reden": String => Text,
        /// The digest of the strategic part before.
        need before "before" "voor": String => Digest,
        /// The digest of the strategic part after.
        need after "after" "na": String => Digest,
        /// Whether it is invented.
        flag fictional "fictional" "fictief",
    }
}

part! {
    /// Advice accepted knowingly; it stays visible. Errors can't be exempt.
    Exemption ExemptionDraft "uitzondering" {
        /// The code of the advice.
        need code "code" "code": String => FindingCode,
        /// The element that it is about.
        need subject "subject" "onderwerp": ElementReferenceDraft => ElementReference,
        /// Why it is accepted.
        need reason "reason" "reden": String => Text,
        /// Until when.
        may_copy until "until" "tot en met": String => Date,
        /// The decision that accepts it.
        may_copy decision "decision" "besluit": String => DecisionId,
        /// Whether it is invented.
        flag fictional "fictional" "fictief",
    }
}
