namespace Pod.Runtime;

/// <summary>What a subscription does after the connection to the other servers was lost, when nobody can know which of their messages it missed.</summary>
public enum MessageGap
{
    /// <summary>It goes on.</summary>
    Ignore,

    /// <summary>It ends with <see cref="MessageGapException"/>, after the messages that it has.</summary>
    Throw,
}
