namespace Pod.Runtime.Access;

/// <summary>Whether a caller may call a method.</summary>
internal enum AccessDecision
{
    Granted,
    LoginNeeded,
    ScopeMissing,
}
