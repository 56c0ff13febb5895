using System.Text.Json;
using Pod.Protocol;

namespace Pod.Runtime.Access;

/// <summary>A revocation on its way to the streams of its user. Unchangeable, so copies are not needed.</summary>
/// <param name="user">Whose sign-in or scopes.</param>
/// <param name="revocation">What is lost.</param>
/// <param name="repeatedFrom">Null for the first message; in repetitions when that was.</param>
internal sealed class RevocationMessage(string user, AuthenticationRevocation revocation, DateTimeOffset? repeatedFrom = null) : IPodModel<RevocationMessage>
{
    private static readonly JsonCodec<List<string>> ScopesJson = PodJson.List(PodJson.String);

    static string IPodModel<RevocationMessage>.TypeWireName => "pod.revocation";

    public string User => user;

    public AuthenticationRevocation Revocation => revocation;

    public DateTimeOffset? RepeatedFrom => repeatedFrom;

    public string WireName => "pod.revocation";

    public static string ChannelOf(string userIdentifier) => $"pod.revoked:{userIdentifier}";

    public static RevocationMessage ReadJson(ref Utf8JsonReader reader, JsonAudience audience)
    {
        string? user = null;
        string? authId = null;
        List<string>? scopes = null;
        DateTimeOffset? repeatedFrom = null;
        PodJson.BeginObject(ref reader, "pod.revocation");
        while (PodJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("user"u8))
            {
                user = PodJson.String.ReadMember(ref reader, audience);
            }
            else if (reader.ValueTextEquals("authId"u8))
            {
                authId = PodJson.String.ReadMember(ref reader, audience);
            }
            else if (reader.ValueTextEquals("scopes"u8))
            {
                scopes = ScopesJson.ReadMember(ref reader, audience);
            }
            else if (reader.ValueTextEquals("repeatedFrom"u8))
            {
                repeatedFrom = PodJson.DateTimeOffset.ReadMember(ref reader, audience);
            }
            else
            {
                PodJson.Skip(ref reader);
            }
        }

        AuthenticationRevocation revocation = authId is not null ? new RevokedAuthId(authId)
            : scopes is not null ? new RevokedScopes([.. scopes.Select(static name => new Scope(name))])
            : new RevokedUser();
        return new RevocationMessage(user ?? throw PodJson.Missing(ref reader, "pod.revocation", "user"), revocation, repeatedFrom);
    }

    public void WriteMembers(Utf8JsonWriter writer, JsonAudience audience)
    {
        PodJson.String.WriteMember(writer, "user"u8, User, audience);
        switch (Revocation)
        {
            case RevokedAuthId signIn:
                PodJson.String.WriteMember(writer, "authId"u8, signIn.AuthId, audience);
                break;
            case RevokedScopes lost:
                ScopesJson.WriteMember(writer, "scopes"u8, [.. lost.Scopes.Select(static scope => scope.Name)], audience);
                break;
        }

        PodJson.DateTimeOffset.WriteOptionalMember(writer, "repeatedFrom"u8, RepeatedFrom, audience);
    }

    public IPodModel DeepCopy() => this;
}
