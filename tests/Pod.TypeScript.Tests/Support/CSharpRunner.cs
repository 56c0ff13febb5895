using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pod.Client;
using Pod.Protocol;
using Sample.Client;

namespace Pod.TypeScript.Tests.Support;

/// <summary>Runs scenario files with the generated C# client.</summary>
internal sealed class CSharpRunner(SampleClient client)
{
    private static readonly MethodInfo CollectMethod = typeof(CSharpRunner).GetMethod(nameof(CollectAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo StreamMethod = typeof(CSharpRunner).GetMethod(nameof(Stream), BindingFlags.NonPublic | BindingFlags.Static)!;

    public async Task<JsonObject> RunAsync(JsonNode scenario)
    {
        var method = FindMethod(scenario["call"]!.GetValue<string>(), out var endpoint);
        try
        {
            var answer = method.Invoke(endpoint, [.. method.GetParameters().Select(parameter => Argument(parameter, scenario["args"]!))])!;
            return answer is Task task ? new JsonObject { ["result"] = await ResultOf(task, method.ReturnType) } : new JsonObject { ["items"] = await ItemsOf(answer) };
        }
        catch (PodModelException exception)
        {
            var error = new JsonObject { ["type"] = NameOf(exception.GetType()) };
            if (exception is OutOfStock { Article: var article, Left: var left })
            {
                error["article"] = article;
                error["left"] = left;
            }

            return new JsonObject { ["error"] = error };
        }
        catch (PodClientHttpException exception)
        {
            return new JsonObject { ["error"] = new JsonObject { ["status"] = (int)exception.StatusCode } };
        }
    }

    // The TypeScript client knows the module's types by the application's names for them.
    private static string NameOf(Type type) => type.Namespace == "Sample.Client" ? type.Name : "Billing" + type.Name;

    private MethodInfo FindMethod(string call, out object endpoint)
    {
        var (owner, name) = call.Split('.') is [var first, var second] ? (Pascal(first), Pascal(second)) : throw new ArgumentException(call);
        endpoint = client.GetType().GetProperty(owner)!.GetValue(client)!;
        return endpoint.GetType().GetMethod(name + "Async")!;
    }

    private static object? Argument(ParameterInfo parameter, JsonNode arguments)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return CancellationToken.None;
        }

        return arguments.AsObject().TryGetPropertyValue(parameter.Name!, out var value) ? Read(value, parameter.ParameterType) : parameter.DefaultValue;
    }

    private static object? Read(JsonNode? value, Type type)
    {
        if (value is null)
        {
            return null;
        }

        if (value is JsonObject { } special && special.ContainsKey("$model"))
        {
            return type.GetMethod("FromJson", [typeof(string)])!.Invoke(null, [special["json"]!.ToJsonString()]);
        }

        if (value is JsonObject { } stream && stream.ContainsKey("$stream"))
        {
            var item = type.GetGenericArguments()[0];
            return StreamMethod.MakeGenericMethod(item).Invoke(null, [stream["$stream"]!.AsArray().Select(element => Read(element, item)).ToArray()]);
        }

        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(BigInteger) ? BigInteger.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture)
            : plain.IsEnum ? Enum.Parse(plain, value.GetValue<string>(), ignoreCase: true)
            : value.Deserialize(plain);
    }

    private static async IAsyncEnumerable<T> Stream<T>(object?[] items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return (T)item!;
        }
    }

    private static async Task<JsonNode?> ResultOf(Task task, Type declared)
    {
        await task;
        return declared == typeof(Task) ? null : Write(declared.GetProperty("Result")!.GetValue(task));
    }

    private static async Task<JsonArray> ItemsOf(object answer)
    {
        var type = answer.GetType().GetInterfaces().Single(static type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        return await (Task<JsonArray>)CollectMethod.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [answer])!;
    }

    private static async Task<JsonArray> CollectAsync<T>(IAsyncEnumerable<T> items) => [.. await items.Select(static item => Write(item)).ToListAsync()];

    private static JsonNode? Write(object? value) => value switch
    {
        null => null,
        IPodModel model => JsonNode.Parse((string)model.GetType().GetMethod("ToJson", [])!.Invoke(model, [])!),
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        _ => JsonSerializer.SerializeToNode(value, value.GetType()),
    };

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
