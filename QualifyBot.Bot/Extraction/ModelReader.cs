using System.Collections.Immutable;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>The second reader: asks a language model, and lets through what stands in the visitor's words and passes the rules' types.</summary>
internal sealed class ModelReader(ModelCall call, ExtractionMode mode, ModelMeter meter)
{
    /// <summary>Whether the message is worth a call.</summary>
    public bool IsWanted(MessageToRead message, MessageReading reading) => !message.Unknown.IsEmpty && mode switch
    {
        ExtractionMode.Always => Attention.HasWords(message.Text),
        ExtractionMode.Assist => Attention.IsCalledFor(message, reading),
        _ => false,
    };

    /// <summary>Both readings, weighed.</summary>
    public async ValueTask<Heard> ReadAsync(MessageToRead message, MessageReading reading, CancellationToken cancellation)
    {
        // What a turn counted before is not counted again.
        var counts = message.Account.Memory.Find(ModelPurpose.Reading) is null;
        var reply = await call.AskAsync(ModelPrompt.ToRead(message), message.Account, cancellation);
        var answers = ModelAnswers.Parse(reply.Text);
        List<DropReason> dropped = reply.Text is not null && answers is null ? [DropReason.Unreadable] : [];
        var heard = Weighing.Weigh(message, reading, Check(new ProposalCheck(message, reading), answers ?? [], dropped));
        if (counts)
        {
            dropped.ForEach(meter.Dropped);
            meter.Doubted(heard.Conflicts.Length);
        }

        return heard with { Use = reply.Use with { DroppedQuotes = dropped.Count(reason => reason is DropReason.NotInMessage) } };
    }

    private static List<Proposal> Check(ProposalCheck check, ImmutableArray<ModelAnswer> answers, List<DropReason> dropped)
    {
        var proposals = new List<Proposal>();
        foreach (var answer in answers)
        {
            var (proposal, reason) = check.Check(answer);
            if (proposal is not null)
            {
                proposals.Add(proposal);
            }
            else
            {
                dropped.Add(reason);
            }
        }

        return proposals;
    }
}
