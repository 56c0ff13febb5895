using System.Text;

namespace Pod.Runtime.Access;

/// <summary>The value of an <c>Authorization</c> header, or of the member <c>auth</c> of a stream's opening.</summary>
internal static class AuthorizationValue
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    /// <summary>Takes the token out; false where the value is malformed.</summary>
    public static bool TryGetToken(string value, bool isStrict, out string token)
    {
        token = "";
        if (value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            token = value[Bearer.Length..].Trim();
        }
        else if (value.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            var encoded = value.AsSpan(Basic.Length).Trim();
            var bytes = new byte[encoded.Length];
            if (Convert.TryFromBase64Chars(encoded, bytes, out var length))
            {
                token = Encoding.UTF8.GetString(bytes, 0, length);
            }
        }
        else if (!isStrict)
        {
            token = value.Trim();
        }

        return token.Length > 0;
    }
}
