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

            var name = ArgumentReader.FindText(result.Buffer.ToArray(), "method"u8);
            reader.AdvanceTo(result.Buffer.Start);
            return name;
        }
    }
}
