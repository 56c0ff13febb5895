namespace Pod.Runtime.Calls;

/// <summary>Where the JSON of an argument lies in the body; length 0 where it is absent.</summary>
internal readonly record struct ArgumentRange(int Start, int Length)
{
    public bool IsPresent => Length > 0;
}
