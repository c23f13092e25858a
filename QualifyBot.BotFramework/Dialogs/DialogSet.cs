using System.Diagnostics.CodeAnalysis;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Dialogs;

/// <summary>Dialogs that can begin each other by their ids.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The SDK's name.")]
public sealed class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = new(StringComparer.Ordinal);

    /// <summary>Adds a dialog; another dialog of the same id is an error.</summary>
    public DialogSet Add(Dialog dialog)
    {
        if (!_dialogs.TryAdd(dialog.Id, dialog) && _dialogs[dialog.Id] != dialog)
        {
            throw new ArgumentException($"The set already has another dialog with the id \"{dialog.Id}\". Give this one an id of its own.", nameof(dialog));
        }

        return this;
    }

    /// <summary>The dialog of this id, or null.</summary>
    public Dialog? Find(string dialogId) => _dialogs.GetValueOrDefault(dialogId);

    /// <summary>The way to run these dialogs in a turn.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="state">Where the talk stands; it is changed, and the caller stores it.</param>
    public DialogContext CreateContext(ITurnContext turnContext, DialogState state) => new(this, turnContext, state);
}
