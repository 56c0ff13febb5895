using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pod.Protocol;
using Pod.Protocol.Serialization;
using Pod.Runtime.Calls;

namespace Pod.Runtime.Http;

/// <summary>The response of a call. Results are encoded as a whole before anything is sent, so that one that cannot be encoded is a clean 500.</summary>
internal sealed class HttpCallOutput(HttpContext context, DirectValues? direct) : ICallOutput
{
    private const string Bytes = "application/octet-stream";

    private const string Json = "application/json; charset=utf-8";

    public void Opened()
    {
    }

    public ValueTask WriteItemAsync<T>(JsonCodec<T> codec, T item, bool isAwaited) => throw new NotSupportedException();

    public void Flush() => throw new NotSupportedException();

    public ValueTask CompleteAsync() => SendAsync("null"u8, Json);

    public ValueTask WriteResultAsync<T>(JsonCodec<T> codec, T result, bool isRaw)
    {
        if (direct is not null)
        {
            direct.Result = result;
            return ValueTask.CompletedTask;
        }

        if (isRaw && result is byte[] bytes)
        {
            return SendAsync(bytes, Bytes);
        }

        if (isRaw && result is string text)
        {
            return SendAsync(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");
        }

        using var buffer = PodJsonBuffer.Rent();
        codec.Write(buffer.Writer, result, JsonAudience.Visible);
        return SendAsync(buffer.WrittenMemory.Span, Json);
    }

    public ValueTask WriteRawAsync(object? result) => result switch
    {
        null => CompleteAsync(),
        IResult own => ExecuteAsync(own),
        ReadOnlyMemory<byte> bytes => SendAsync(bytes.Span, Bytes),
        Stream stream => CopyAsync(stream),
        _ => throw new NotSupportedException($"'{result.GetType()}' cannot be sent as raw."),
    };

    public ValueTask WriteModelExceptionAsync(IPodModel exception)
    {
        using var buffer = PodJsonBuffer.Rent();
        PodJson.WriteTagged(buffer.Writer, exception, JsonAudience.Visible);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return SendAsync(buffer.WrittenMemory.Span, Json);
    }

    private async ValueTask ExecuteAsync(IResult result)
    {
        ForbidStoring();
        await result.ExecuteAsync(context).ConfigureAwait(false);
    }

    private async ValueTask CopyAsync(Stream stream)
    {
        await using (stream.ConfigureAwait(false))
        {
            context.Response.ContentType ??= Bytes;
            if (stream.CanSeek)
            {
                context.Response.ContentLength = stream.Length - stream.Position;
            }

            ForbidStoring();
            await stream.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private void ForbidStoring()
    {
        if (context.Response.Headers.CacheControl.Count == 0)
        {
            context.Response.Headers.CacheControl = "no-store";
        }
    }

    // Synchronous up to the flush: the buffer is the thread's and goes back before anything is awaited.
    private ValueTask SendAsync(ReadOnlySpan<byte> body, string contentType)
    {
        var response = context.Response;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        ForbidStoring();
        response.BodyWriter.Write(body);
        var flush = response.BodyWriter.FlushAsync();
        return flush.IsCompletedSuccessfully ? Discard(flush.Result) : AwaitAsync(flush);

        static ValueTask Discard(System.IO.Pipelines.FlushResult _) => ValueTask.CompletedTask;

        static async ValueTask AwaitAsync(ValueTask<System.IO.Pipelines.FlushResult> pending) => await pending.ConfigureAwait(false);
    }
}
