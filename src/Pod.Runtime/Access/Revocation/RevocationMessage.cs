using System.Text.Json;
using Pod.Protocol;

namespace Pod.Runtime.Access;

/// <summary>A revocation on its way to the streams of its user. Unchangeable, so copies are not needed.</summary>
internal sealed class RevocationMessage(AuthenticationRevocation revocation) : IPodModel
{
    public AuthenticationRevocation Revocation { get; } = revocation;

    public string WireName => "pod.revocation";

    public static string ChannelOf(string userIdentifier) => $"pod.revoked:{userIdentifier}";

    public void WriteMembers(Utf8JsonWriter writer, JsonAudience audience)
    {
        switch (Revocation)
        {
            case RevokedAuthId signIn:
                writer.WriteString("authId"u8, signIn.AuthId);
                break;
            case RevokedScopes lost:
                writer.WriteStartArray("scopes"u8);
                foreach (var scope in lost.Scopes)
                {
                    writer.WriteStringValue(scope.Name);
                }

                writer.WriteEndArray();
                break;
        }
    }

    public IPodModel DeepCopy() => this;
}
