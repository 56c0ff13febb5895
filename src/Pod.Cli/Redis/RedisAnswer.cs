namespace Pod.Cli.Redis;

/// <summary>What a Redis says of itself.</summary>
/// <param name="Problem">Why it does not answer, or says nothing; null when all is well.</param>
/// <param name="Version">Its version.</param>
/// <param name="Time">What its clock shows.</param>
internal sealed record RedisAnswer(string? Problem, string Version = "", DateTimeOffset Time = default);
