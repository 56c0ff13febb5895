using System.Text;
using Microsoft.AspNetCore.Http;

namespace Pod.Runtime.Http;

/// <summary>Answers whose body is a sentence for people.</summary>
internal static class TextResponse
{
    private const int LongestName = 100;

    public static async Task WriteAsync(HttpContext context, int status, string text)
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>A name that the caller sent, fit to be repeated.</summary>
    public static string Quote(string name)
    {
        var text = name.Length > LongestName ? name[..LongestName] + "…" : name;
        return $"'{string.Concat(text.Select(static c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c))}'";
    }
}
