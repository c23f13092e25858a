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
        var reply = await call.AskAsync(message, cancellation);
        var answers = ModelAnswers.Parse(reply.Text);
        if (reply.Text is not null && answers is null)
        {
            meter.Dropped(DropReason.Unreadable);
        }

        var check = new ProposalCheck(message, reading);
        var proposals = new List<Proposal>();
        var invented = 0;
        foreach (var answer in answers ?? [])
        {
            var (proposal, reason) = check.Check(answer);
            if (proposal is not null)
            {
                proposals.Add(proposal);
            }
            else
            {
                meter.Dropped(reason);
                invented += reason is DropReason.NotInMessage ? 1 : 0;
            }
        }

        return Weighing.Weigh(message, reading, proposals) with { Use = reply.Use with { DroppedQuotes = invented } };
    }
}
