using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>Reads what a visitor wrote: by rules, and with a language model beside them where there is one.</summary>
public sealed class MessageReader
{
    private readonly ModelReader? model;

    /// <summary>Reads by rules alone.</summary>
    public MessageReader()
    {
    }

    internal MessageReader(ModelReader? model) => this.model = model;

    /// <summary>What the readers see in a message. It never fails: at worst it is what the rules see.</summary>
    public async ValueTask<Heard> ReadAsync(MessageToRead message, CancellationToken cancellation)
    {
        var reading = RuleReader.Read(message.Text, message.Context);
        return model is not null && model.IsWanted(message, reading)
            ? await model.ReadAsync(message, reading, cancellation)
            : new Heard(reading);
    }
}
