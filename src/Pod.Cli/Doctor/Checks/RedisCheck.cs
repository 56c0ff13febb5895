using System.Globalization;
using Pod.Cli.Redis;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Does the Redis answer that is configured?</summary>
internal sealed class RedisCheck(TimeProvider time) : IDoctorCheck
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    public string Subject => "redis";

    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        if (RedisAddress.Of(patient.Configuration) is not { } address)
        {
            return [];
        }

        var answer = await RedisProbe.AskAsync(address, time, cancellationToken);
        if (answer.Problem is { } problem)
        {
            return [DoctorFinding.Failure($"the one at {address} does not answer: {problem}", "start it, or correct ConnectionStrings:cache")];
        }

        var offset = time.GetUtcNow() - answer.Time;
        return
        [
            DoctorFinding.Fine($"Redis {answer.Version} answers at {address}"),
            .. offset.Duration() > ClockTolerance
                ? [DoctorFinding.Warning($"its clock differs from this machine's by {offset.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s", "let both follow a time server")]
                : Array.Empty<DoctorFinding>(),
        ];
    }
}
