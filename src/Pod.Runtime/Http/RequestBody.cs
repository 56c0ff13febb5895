using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pod.Runtime.Calls;

namespace Pod.Runtime.Http;

/// <summary>The whole body of a request in a pooled array.</summary>
internal readonly struct RequestBody : IDisposable
{
    private readonly byte[]? _rented;
    private readonly int _length;

    private RequestBody(byte[] rented, int length)
    {
        _rented = rented;
        _length = length;
    }

    public ReadOnlyMemory<byte> Bytes => _rented.AsMemory(0, _length);

    /// <summary>Reads the body and takes it out of the pipe.</summary>
    public static async ValueTask<RequestBody> ReadAsync(HttpContext context, long limit)
    {
        var bytes = await BufferAsync(context, limit).ConfigureAwait(false);
        var length = (int)bytes.Length;
        if (length == 0)
        {
            return default;
        }

        var rented = ArrayPool<byte>.Shared.Rent(length);
        bytes.CopyTo(rented);
        context.Request.BodyReader.AdvanceTo(bytes.End);
        return new RequestBody(rented, length);
    }

    /// <summary>Reads the body and leaves it in the pipe for the next reader.</summary>
    public static async ValueTask<byte[]> PeekAsync(HttpContext context, long limit)
    {
        var bytes = await BufferAsync(context, limit).ConfigureAwait(false);
        var copy = bytes.ToArray();
        context.Request.BodyReader.AdvanceTo(bytes.Start);
        return copy;
    }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }

    // The pipe is left in the middle of a read; the caller says how far it got.
    private static async ValueTask<ReadOnlySequence<byte>> BufferAsync(HttpContext context, long limit)
    {
        if (context.Request.ContentLength > limit)
        {
            throw TooLarge(limit);
        }

        var feature = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (feature is { IsReadOnly: false, MaxRequestBodySize: { } serverLimit } && serverLimit < limit)
        {
            feature.MaxRequestBodySize = limit;
        }

        try
        {
            return await BufferAsync(context.Request.BodyReader, limit).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            throw e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge(limit)
                : new CallRefusedException(e.StatusCode, "The request cannot be read.");
        }
    }

    private static async ValueTask<ReadOnlySequence<byte>> BufferAsync(PipeReader reader, long limit)
    {
        while (true)
        {
            var result = await reader.ReadAsync().ConfigureAwait(false);
            var bytes = result.Buffer;
            if (bytes.Length > limit)
            {
                reader.AdvanceTo(bytes.End);
                throw TooLarge(limit);
            }

            if (result.IsCompleted)
            {
                return bytes;
            }

            reader.AdvanceTo(bytes.Start, bytes.End);
        }
    }

    private static CallRefusedException TooLarge(long limit)
        => new(StatusCodes.Status413PayloadTooLarge, $"The request body is larger than {limit} bytes.");
}
