namespace Pod_Part.Server;

/// <summary>Settings of the module, from the configuration section <c>PodPart</c>.</summary>
public sealed class PodPartOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "PodPart";

    /// <summary>How many characters of an entry are kept.</summary>
    /// <value>500 by default.</value>
    public int MaxLength { get; set; } = 500;

    /// <summary>How many entries are listed at most.</summary>
    /// <value>20 by default.</value>
    public int MaxRecent { get; set; } = 20;
}
