namespace QualifyBot.Qualification.Answers;

/// <summary>The visitor's own words behind an answer.</summary>
/// <param name="MessageId">Id of the visitor's message (the activity's id).</param>
/// <param name="Start">First UTF-16 unit of the span in the message's text.</param>
/// <param name="Length">Length of the span in UTF-16 units; 0 only for an answer withheld because nothing was understood.</param>
/// <param name="Quote">The span's characters, verbatim.</param>
/// <param name="Reader">Who read it: the rule's id ("money.range"), "choice" for a button, "model" for a language model.</param>
public sealed record Evidence(string MessageId, int Start, int Length, string Quote, string Reader);

/// <summary>What is known for one slot, with its evidence.</summary>
/// <param name="Slot">The slot's id in the playbook ("budget").</param>
/// <param name="Value">The typed value.</param>
/// <param name="Evidence">Whose words say so.</param>
/// <param name="At">When it was accepted.</param>
public sealed record Answer(string Slot, AnswerValue Value, Evidence Evidence, DateTimeOffset At);
