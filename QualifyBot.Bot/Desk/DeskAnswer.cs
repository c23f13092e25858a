namespace QualifyBot.Bot.Desk;

/// <summary>The desk's answers to calls that are not right.</summary>
internal static class DeskAnswer
{
    /// <summary>400 with a problem and its remedy.</summary>
    public static IResult Bad(string message) => Error(400, "BadArgument", message);

    /// <summary>404 for a lead.</summary>
    public static IResult NoLead() => Error(404, "NotFound", "There is no lead of this id; GET /api/leads lists them.");

    /// <summary>An error.</summary>
    public static IResult Error(int status, string code, string message) =>
        Results.Json(new DeskError(new DeskProblem(code, message)), DeskJsonContext.Default.DeskError, statusCode: status);
}
