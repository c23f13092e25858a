using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Tests.Playbooks;

/// <summary>The dialogs as they are shipped.</summary>
internal static class Shipped
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "dialogs");

    public static readonly PlaybookCatalog Catalog = PlaybookCatalog.Load(Folder);

    public static readonly Playbook Bant = Catalog.Playbooks["bant"];

    public static readonly Playbook Champ = Catalog.Playbooks["champ"];

    public static TheoryData<string> Ids => [.. Catalog.Playbooks.Keys.Order(StringComparer.Ordinal)];
}
