using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Pod.GeneratedCode.Tests.Calls;

/// <summary>The document that a server gives about its calls.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_is_valid_OpenAPI_and_holds_every_call()
    {
        var (text, json) = await GetAsync("");

        var read = OpenApiDocument.Parse(text, "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        var contract = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "sample.contract.json")))!;
        var calls = from endpoint in contract["endpoints"]!.AsObject()
                    where endpoint.Value!["abstract"] is null
                    from method in endpoint.Value["methods"]!.AsObject()
                    where (string?)method.Value!["kind"] == "call"
                    select $"/{endpoint.Key}/{method.Key}";
        Assert.Empty(calls.Except(read.Document!.Paths.Keys));
        Assert.Contains("/billing.invoice/pay", read.Document.Paths.Keys);
        Assert.DoesNotContain("/echo/countdown", read.Document.Paths.Keys);
        Assert.Equal("/", (string?)json["servers"]![0]!["url"]);
        AssertReferencesLeadSomewhere(json, json);
    }

    [Fact]
    public async Task Calls_have_their_access_defaults_errors_and_documentation()
    {
        var (_, json) = await GetAsync("/api");

        Assert.Equal("/api", (string?)json["servers"]![0]!["url"]);
        var sort = json["paths"]!["/bookShelf/sort"]!["post"]!;
        Assert.Equal("""[{"bearer":[]}]""", sort["security"]!.ToJsonString());
        Assert.Equal("Needs the scopes `librarian`.", (string?)sort["description"]);
        Assert.Equal(["200", "400", "401", "403", "500"], sort["responses"]!.AsObject().Select(static response => response.Key));
        var everything = json["paths"]!["/echo/everything"]!["post"]!;
        Assert.Null(everything["security"]);
        Assert.Equal("Gives back every scalar at once.", (string?)everything["description"]);
        Assert.Equal("What comes back.", (string?)everything["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!["value"]!["description"]);
        var number = json["paths"]!["/echo/defaults"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
        Assert.Equal(3, (int)number["properties"]!["number"]!["default"]!);
        Assert.Null(number["required"]);
        Assert.True((bool)json["paths"]!["/echo/oldText"]!["post"]!["deprecated"]!);
        Assert.Contains("OutOfStock", json["components"]!["schemas"]!["PodModelException"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<(string Text, JsonNode Json)> GetAsync(string prefix)
    {
        await using var server = await SampleServer.StartAsync(prefix: prefix);
        using var http = new HttpClient { BaseAddress = server.Address };
        using var response = await http.GetAsync(new Uri(prefix + "/openapi/v1.json", UriKind.Relative));
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var text = await response.Content.ReadAsStringAsync();
        return (text, JsonNode.Parse(text)!);
    }

    private static void AssertReferencesLeadSomewhere(JsonNode? node, JsonNode root)
    {
        switch (node)
        {
            case JsonObject item:
                if ((string?)item["$ref"] is { } reference)
                {
                    Assert.NotNull(root["components"]!["schemas"]![reference.Split('/')[^1]]);
                }

                foreach (var member in item.Where(static member => member.Key != "$ref"))
                {
                    AssertReferencesLeadSomewhere(member.Value, root);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    AssertReferencesLeadSomewhere(item, root);
                }

                break;
        }
    }
}
