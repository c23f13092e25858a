using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Puts the Direct Line server together.</summary>
public static class DirectLineRoutes
{
    private static readonly ProtocolError _noSuchCall = new(404, "NotFound", "Direct Line has no such call.");

    /// <summary>
    /// Adds the Direct Line server to <see cref="BotFrameworkRegistration.AddBotFramework"/>. The host adds its
    /// <see cref="IDirectLineConversations"/> and <see cref="IDirectLineFiles"/>, and <see cref="DirectLineTokens"/> with a key that all its instances share.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting cannot work; the message says how to mend it.</exception>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<FillRandom>(RandomNumberGenerator.Fill);
        var options = configuration.GetSection("DirectLine").Get<DirectLineOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new DirectLineOptions();
        Check(options);
        services.AddSingleton(options);
        services.AddSingleton(new UploadRules(options.Uploads));
        services.AddSingleton<DirectLineCallers>();
        services.AddSingleton<DirectLineIds>();
        services.AddSingleton<VisitorPace>();
        services.AddSingleton<StreamGate>();
        services.AddSingleton<StreamPulse>();
        services.AddSingleton<ConversationCalls>();
        services.AddSingleton<ActivityCalls>();
        services.AddSingleton<UploadCalls>();
        return services;
    }

    /// <summary>Maps the calls under <paramref name="prefix"/>.</summary>
    public static void MapDirectLine(this IEndpointRouteBuilder endpoints, string prefix = "/v3/directline")
    {
        var callers = endpoints.ServiceProvider.GetRequiredService<DirectLineCallers>();
        var conversations = endpoints.ServiceProvider.GetRequiredService<ConversationCalls>();
        var activities = endpoints.ServiceProvider.GetRequiredService<ActivityCalls>();
        var uploads = endpoints.ServiceProvider.GetRequiredService<UploadCalls>();
        var group = endpoints.MapGroup(prefix);

        Map("tokens/generate", new Call(HttpMethods.Post, conversations.GenerateAsync));
        Map("tokens/refresh", new Call(HttpMethods.Post, conversations.RefreshAsync));
        Map("conversations", new Call(HttpMethods.Post, conversations.StartAsync));
        Map("conversations/{id}", new Call(HttpMethods.Get, conversations.ReconnectAsync));
        Map("conversations/{id}/activities", new Call(HttpMethods.Get, activities.GetAsync), new Call(HttpMethods.Post, activities.PostAsync));
        Map("conversations/{id}/upload", new Call(HttpMethods.Post, uploads.PostAsync));
        Map("session/getsessionid", new Call(HttpMethods.Get, conversations.SessionAsync));
        Map("{**path}");
        group.Map("conversations/{id}/files/{file}", context => ServeAsync(callers, uploads.GetAsync, context));
        group.Map("conversations/{id}/stream", WithWebSockets(endpoints, context => ServeAsync(callers, activities.StreamAsync, context)));

        void Map(string pattern, params Call[] calls) => group.Map(pattern, context => AnswerAsync(callers, calls, context));
    }

    private static async Task AnswerAsync(DirectLineCallers callers, Call[] calls, HttpContext context)
    {
        if (callers.Refuse(context) is { } foreign)
        {
            await WriteAsync(context, foreign);
        }
        else if (HttpMethods.IsOptions(context.Request.Method))
        {
            await WriteAsync(context, Answer.Json(200, default));
        }
        else if (Array.Find(calls, call => HttpMethods.Equals(call.Method, context.Request.Method)) is { } call)
        {
            await WriteAsync(context, await AttemptAsync(call, context));
        }
        else if (calls.Length == 0)
        {
            await WriteAsync(context, _noSuchCall);
        }
        else
        {
            var allowed = string.Join(", ", calls.Select(call => call.Method));
            context.Response.Headers.Allow = allowed;
            await WriteAsync(context, new ProtocolError(405, "MethodNotAllowed", $"Use {allowed} here."));
        }
    }

    private static async Task<Answer> AttemptAsync(Call call, HttpContext context)
    {
        try
        {
            return await call.Run(context);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            return Answer.Busy;
        }
    }

    // For calls that write the answer themselves, unless they refuse it.
    private static async Task ServeAsync(DirectLineCallers callers, Func<HttpContext, Task<Answer?>> serve, HttpContext context)
    {
        if (callers.Refuse(context) is { } foreign)
        {
            await WriteAsync(context, foreign);
        }
        else if (HttpMethods.IsOptions(context.Request.Method))
        {
            await WriteAsync(context, Answer.Json(200, default));
        }
        else if (await AttemptAsync(serve, context) is { } refusal)
        {
            await WriteAsync(context, refusal);
        }
    }

    private static async Task<Answer?> AttemptAsync(Func<HttpContext, Task<Answer?>> serve, HttpContext context)
    {
        try
        {
            return await serve(context);
        }
        catch (Exception e) when (e is IOException or TimeoutException && !context.Response.HasStarted)
        {
            return Answer.Busy;
        }
    }

    private static void Check(DirectLineOptions options)
    {
        Check(options, "DirectLine");
        Check(options.Uploads, "DirectLine:Uploads");
    }

    private static void Check(object options, string section)
    {
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true))
        {
            throw new InvalidOperationException(string.Join(' ', problems.Select(problem => $"{section}:{string.Join(',', problem.MemberNames)}: {problem.ErrorMessage}")));
        }
    }

    private static Task WriteAsync(HttpContext context, Answer answer)
    {
        context.Response.Headers.CacheControl = "no-store";
        return answer.Error is { } error ? JsonAnswer.WriteAsync(context, error) : JsonAnswer.WriteAsync(context, answer.Status, answer.Body);
    }

    private static RequestDelegate WithWebSockets(IEndpointRouteBuilder endpoints, RequestDelegate serve)
    {
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(serve);
        return pipeline.Build();
    }

    private sealed record Call(string Method, Func<HttpContext, Task<Answer>> Run);
}
