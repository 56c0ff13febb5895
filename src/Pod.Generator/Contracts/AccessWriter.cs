using System.Text.Json;
using Pod.Generator.Model.Endpoints;
using Pod.Schema;

namespace Pod.Generator.Contracts;

/// <summary>Writes who may call: of a class always, of a method what it adds, so that a diff shows every door that opens.</summary>
internal static class AccessWriter
{
    private const string Dynamic = "dynamic";

    public static void WriteClass(Utf8JsonWriter json, AccessDefinition access)
    {
        if (access.RequiresLogin is { } requiresLogin)
        {
            json.WriteBoolean("requireLogin", requiresLogin);
        }
        else
        {
            json.WriteString("requireLogin", Dynamic);
        }

        if (access.Scopes is { } scopes)
        {
            WriteScopes(json, scopes);
        }
        else
        {
            json.WriteString("requiredScopes", Dynamic);
        }

        WriteAnonymous(json, access);
    }

    public static void WriteMethod(Utf8JsonWriter json, AccessDefinition access)
    {
        if (access.RequiresLogin == true)
        {
            json.WriteBoolean("requireLogin", true);
        }

        if (access.Scopes is { Count: > 0 } scopes)
        {
            WriteScopes(json, scopes);
        }

        WriteAnonymous(json, access);
    }

    private static void WriteScopes(Utf8JsonWriter json, ValueList<string> scopes)
    {
        json.WriteStartArray("requiredScopes");
        foreach (var scope in scopes)
        {
            json.WriteStringValue(scope);
        }

        json.WriteEndArray();
    }

    private static void WriteAnonymous(Utf8JsonWriter json, AccessDefinition access)
    {
        if (access.AllowsAnonymous)
        {
            json.WriteBoolean("allowAnonymous", true);
        }
    }
}
