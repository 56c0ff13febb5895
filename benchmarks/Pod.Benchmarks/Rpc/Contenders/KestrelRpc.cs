using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Pod.Benchmarks.Rpc.Contenders;

/// <summary>The limit: one handler on Kestrel that knows its only call, with everything written by hand and re-used.</summary>
internal static class KestrelRpc
{
    public const string Name = "rpc-kestrel";

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.Run(HandleAsync);
        return app;
    }

    private static async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Request.Path.Value != "/order/price")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var reader = context.Request.BodyReader;
        ReadResult result;
        while (!(result = await reader.ReadAsync()).IsCompleted)
        {
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }

        var line = ReadLine(result.Buffer);
        reader.AdvanceTo(result.Buffer.End);
        Write(context.Response, Pricing.Price(line));
        await context.Response.BodyWriter.FlushAsync();
    }

    private static OrderLine ReadLine(ReadOnlySequence<byte> body)
    {
        var json = new Utf8JsonReader(body);
        var line = new OrderLine { Product = "", Quantity = 0, Price = 0 };
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.ValueTextEquals("line"u8))
            {
                continue;
            }

            if (json.ValueTextEquals("product"u8))
            {
                json.Read();
                line.Product = json.GetString()!;
            }
            else if (json.ValueTextEquals("quantity"u8))
            {
                json.Read();
                line.Quantity = json.GetInt32();
            }
            else if (json.ValueTextEquals("price"u8))
            {
                json.Read();
                line.Price = json.GetDouble();
            }
            else if (json.ValueTextEquals("note"u8))
            {
                json.Read();
                line.Note = json.GetString();
            }
        }

        return line;
    }

    private static void Write(HttpResponse response, PricedLine line)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>();
        var json = _writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("product"u8, line.Product);
        json.WriteNumber("quantity"u8, line.Quantity);
        json.WriteNumber("total"u8, line.Total);
        json.WriteBoolean("isReduced"u8, line.IsReduced);
        json.WriteEndObject();
        json.Flush();
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = buffer.WrittenCount;
        response.BodyWriter.Write(buffer.WrittenSpan);
    }
}
