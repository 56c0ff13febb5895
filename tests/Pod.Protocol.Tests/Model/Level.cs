namespace Pod.Protocol.Tests.Model;

public enum Level
{
    Low,
    VeryHigh,
}
