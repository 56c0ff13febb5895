using Microsoft.AspNetCore.Http;

namespace Pod.GeneratedCode.Tests.Support;

/// <summary>Breaks the connection when the answer is about to leave: everything has happened, and the caller does not get to know.</summary>
internal sealed class DroppedAnswers
{
    /// <summary>How many of the next answers are dropped.</summary>
    public int Next { get; set; }

    public int Seen { get; private set; }

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        Seen++;
        if (Next > 0)
        {
            Next--;
            context.Response.OnStarting(() =>
            {
                context.Abort();
                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
