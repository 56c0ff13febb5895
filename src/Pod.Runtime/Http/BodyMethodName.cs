using System.Buffers;
using Microsoft.AspNetCore.Http;
using Pod.Runtime.Calls;

namespace Pod.Runtime.Http;

/// <summary>Finds the member <c>method</c> of a body and leaves the body in the pipe.</summary>
internal static class BodyMethodName
{
    public static async ValueTask<string?> PeekAsync(HttpContext context, long limit)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            if (result.Buffer.Length > limit)
            {
                reader.AdvanceTo(result.Buffer.End);
                throw new CallRefusedException(StatusCodes.Status413PayloadTooLarge, $"The request body is larger than {limit} bytes.");
            }

            if (!result.IsCompleted)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            // The pipe first: a body that cannot be read is refused, and a pipe in the middle of a read would cost the client its connection.
            var body = result.Buffer.ToArray();
            reader.AdvanceTo(result.Buffer.Start);
            return ArgumentReader.FindText(body, "method"u8);
        }
    }
}
