using System.Text.RegularExpressions;

namespace QualifyBot.Tests.Dialogs;

/// <summary>What a visitor answers in a language, by the question.</summary>
internal static class LanguageTalks
{
    private static readonly Dictionary<string, Dictionary<string, string>> Answers = new(StringComparer.Ordinal)
    {
        ["de"] = Of("""
            need|challenge|pain: Wir machen viel zu viel von Hand, alles mit Excel
            goal: Wir möchten doppelt so viele Anfragen gewinnen
            timeline|timing: nächsten Monat
            authority|economic_buyer: Das entscheide ich selbst
            budget: etwa 40.000 € im Jahr
            funds: Ja, das ließe sich finden
            headcount: rund 300 Mitarbeitende
            priority: ja, unbedingt
            interest: ja, gern
            champion: Ja, das würde ich
            metrics: zwanzig Stunden pro Woche gespart
            decision_criteria: vor allem der Preis
            decision_process: erst ein Test, dann der Einkauf
            plan: wir wollen ein neues Programm einführen
            contact: anna@acme.example
            offer: der zweite Termin bitte
            """),
        ["fr"] = Of("""
            need|challenge|pain: Nous faisons beaucoup trop de choses à la main, tout est dans Excel
            goal: Nous voulons doubler le nombre de demandes
            timeline|timing: le mois prochain
            authority|economic_buyer: C'est moi qui décide
            budget: environ quarante mille euros par an
            funds: Oui, on pourrait en trouver
            headcount: nous sommes 300 salariés
            priority: oui, tout à fait
            interest: oui, avec plaisir
            champion: Oui, volontiers
            metrics: vingt heures gagnées par semaine
            decision_criteria: le prix surtout
            decision_process: un essai, puis le service achats
            plan: nous allons prendre un nouvel outil
            contact: anna@acme.example
            offer: le deuxième s'il vous plaît
            """),
        ["es"] = Of("""
            need|challenge|pain: Hacemos demasiadas cosas a mano, todo está en Excel
            goal: Queremos duplicar las solicitudes
            timeline|timing: el mes que viene
            authority|economic_buyer: Lo decido yo
            budget: unos 40.000 € al año
            funds: Sí, se podría encontrar
            headcount: somos 300 empleados
            priority: sí, claro
            interest: sí, con gusto
            champion: Sí, lo haría
            metrics: veinte horas ahorradas por semana
            decision_criteria: sobre todo el precio
            decision_process: una prueba y luego compras
            plan: vamos a comprar una herramienta nueva
            contact: anna@acme.example
            offer: la segunda, por favor
            """),
        ["pt"] = Of("""
            need|challenge|pain: Fazemos coisas demais à mão, tudo está no Excel
            goal: Queremos dobrar os pedidos
            timeline|timing: no mês que vem
            authority|economic_buyer: Eu mesmo decido
            budget: uns 40 mil euros por ano
            funds: Sim, daria para encontrar
            headcount: somos 300 funcionários
            priority: sim, com certeza
            interest: sim, com prazer
            champion: Sim, eu faria isso
            metrics: vinte horas economizadas por semana
            decision_criteria: o preço acima de tudo
            decision_process: um teste e depois compras
            plan: vamos comprar uma ferramenta nova
            contact: anna@acme.example
            offer: o segundo, por favor
            """),
        ["en"] = Of("""
            need|challenge|pain: We do far too much by hand, everything is in Excel
            goal: We want to double our leads
            timeline|timing: next month
            authority|economic_buyer: I decide that myself
            budget: about 40,000 euros a year
            funds: Yes, it could be found
            headcount: we are 300 people
            priority: yes, absolutely
            interest: yes, gladly
            champion: Yes, I would
            metrics: twenty hours saved a week
            decision_criteria: the price above all
            decision_process: a trial and then purchasing
            plan: we will buy a new tool
            contact: anna@acme.example
            offer: the second one please
            """),
    };

    /// <summary>Every language with every playbook.</summary>
    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var language in Answers.Keys)
            {
                foreach (var playbook in (string[])["bant", "champ", "meddic", "faint", "gpct"])
                {
                    data.Add(language, playbook);
                }
            }

            return data;
        }
    }

    /// <summary>The answer to the text of a question.</summary>
    public static string To(string textId, string language) =>
        Answers[language][textId.Split('.').Last(part => Answers[language].ContainsKey(part))];

    private static Dictionary<string, string> Of(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => Regex.Match(line, "^(?<questions>[a-z_|]+): (?<answer>.+)$", RegexOptions.None, TimeSpan.FromSeconds(1)))
        .SelectMany(line => line.Groups["questions"].Value.Split('|').Select(question => (question, Answer: line.Groups["answer"].Value)))
        .ToDictionary(one => one.question, one => one.Answer, StringComparer.Ordinal);
}
