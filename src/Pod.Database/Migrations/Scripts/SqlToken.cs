namespace Pod.Database.Migrations;

internal enum SqlToken
{
    /// <summary>White space and comments.</summary>
    Space,
    Word,
    Semicolon,

    /// <summary>Anything else: quoted text, numbers, operators.</summary>
    Other,
}
