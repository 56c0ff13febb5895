using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pod.Runtime.Hosting;

namespace Pod.Runtime.Http;

/// <summary>Serves the generated OpenAPI document. A route of the application goes first.</summary>
internal static class OpenApiRoute
{
    public static void Map(IEndpointRouteBuilder endpoints, PodServerProtocol protocol, string prefix)
    {
        if (protocol.OpenApi is not { } text)
        {
            return;
        }

        // Only here it is known where the calls are.
        var document = JsonNode.Parse(text)!.AsObject();
        document["servers"] = new JsonArray(new JsonObject { ["url"] = prefix.Length == 0 ? "/" : "/" + prefix.Trim('/') });
        var body = Encoding.UTF8.GetBytes(document.ToJsonString());
        endpoints.MapMethods(HostingContract.OpenApiPath, [HttpMethods.Get, HttpMethods.Head], context =>
            {
                context.Response.ContentType = "application/json; charset=utf-8";
                context.Response.ContentLength = body.Length;
                return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body).AsTask();
            })
            .WithDisplayName("Pod OpenAPI")
            .WithMetadata(new PodRouteMetadata(null, IsSoft: true, IsPostOnly: false));
    }
}
