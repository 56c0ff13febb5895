using System.Diagnostics;
using Pod.Cli.Development.Changes;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Requests;
using Pod.Cli.Development.Steps;
using Pod.Cli.Output;

namespace Pod.Cli.Development;

/// <summary>
/// From saved files to a running server, again and again: each request leads to a pass over the steps, which ends at the first step that fails or has to wait.
/// What ran before goes on running then.
/// </summary>
internal sealed class DevelopmentLoop(IReadOnlyList<IStep> steps, MigrationTool migrations, LoopInbox inbox, EventStream events, TimeProvider time)
{
    // Editors save in several steps; one pass follows the last of them.
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await PassAsync(ChangeSet.Everything, cancellationToken);
        await foreach (var request in inbox.ReadAllAsync(cancellationToken))
        {
            if (request.Command is null)
            {
                await Task.Delay(Debounce, time, cancellationToken);
                if (inbox.TakeChanges() is { Count: > 0 } changed)
                {
                    await PassAsync(new ChangeSet(changed), cancellationToken);
                }
            }
            else
            {
                request.Answer!.TrySetResult(await CarryOutAsync(request.Command, cancellationToken));
            }
        }
    }

    private async Task<LoopAnswer> CarryOutAsync(LoopCommand command, CancellationToken cancellationToken)
    {
        try
        {
            if (await PrepareAsync(command, cancellationToken) is { Ok: false } refused)
            {
                return refused;
            }
        }
        catch (Exception exception) when (ExpectedFailure.Of(exception) is { } failure)
        {
            events.Emit(new Noticed(failure.Finding.Message));
            return new LoopAnswer(Ok: false, failure.Finding.Message);
        }

        // The pass sees every file that was changed up to now.
        inbox.TakeChanges();
        return await PassAsync(
            new ChangeSet([], RestartsServer: command == LoopCommand.Restart, AppliesMigrations: command != LoopCommand.Reload && command != LoopCommand.Restart),
            cancellationToken);
    }

    private async Task<LoopAnswer?> PrepareAsync(LoopCommand command, CancellationToken cancellationToken) => command.Word switch
    {
        _ when command == LoopCommand.CreateMigration => await migrations.CreateAsync(isForced: false, cancellationToken),
        _ when command == LoopCommand.ForceMigration => await migrations.CreateAsync(isForced: true, cancellationToken),
        _ when command == LoopCommand.Repair => await migrations.RepairAsync(isForced: false, cancellationToken),
        _ when command == LoopCommand.ForceRepair => await migrations.RepairAsync(isForced: true, cancellationToken),
        _ => null,
    };

    private async Task<LoopAnswer> PassAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var last = new LoopAnswer(Ok: true, "nothing to do");
        foreach (var step in steps)
        {
            events.Emit(new StepStarted(step.Name));
            var started = Stopwatch.GetTimestamp();
            if (await RunAsync(step, changes, cancellationToken) is not { } result)
            {
                continue;
            }

            events.Emit(new StepEnded(step.Name, result, Stopwatch.GetElapsedTime(started)));
            last = new LoopAnswer(result.Outcome == StepOutcome.Done, $"{step.Name}: {result.Text}");
            if (result.Outcome != StepOutcome.Done)
            {
                break;
            }
        }

        return last;
    }

    private async Task<StepResult?> RunAsync(IStep step, ChangeSet changes, CancellationToken cancellationToken)
    {
        try
        {
            return await step.RunAsync(changes, cancellationToken);
        }
        catch (Exception exception) when (ExpectedFailure.Of(exception) is { } failure)
        {
            events.Emit(new ProblemFound(step.Name, failure.Finding));
            return StepResult.Failed(failure.Finding.Message);
        }
    }
}
