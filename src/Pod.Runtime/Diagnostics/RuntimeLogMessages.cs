using Microsoft.Extensions.Logging;

namespace Pod.Runtime.Diagnostics;

/// <summary>All log messages of this package: 2000 calls, 2100 streams, 2200 messages, 2300 sessions, 2400 start, 2500 caches.</summary>
internal static partial class RuntimeLogMessages
{
    [LoggerMessage(2000, LogLevel.Debug, "Call {Endpoint}/{Method} took {Milliseconds} ms.")]
    public static partial void CallSucceeded(this ILogger logger, string endpoint, string method, double milliseconds);

    [LoggerMessage(2001, LogLevel.Error, "Call {Endpoint}/{Method} failed.")]
    public static partial void CallFailed(this ILogger logger, Exception exception, string endpoint, string method);

    [LoggerMessage(EventId = 2002, Message = "Call {Endpoint}/{Method} gave the caller a model exception: {ModelException}")]
    public static partial void CallThrewModelException(
        this ILogger logger, LogLevel level, string endpoint, string method, string modelException);

    [LoggerMessage(2003, LogLevel.Debug, "Call {Endpoint}/{Method} was cancelled by its caller.")]
    public static partial void CallCancelled(this ILogger logger, string endpoint, string method);

    [LoggerMessage(2004, LogLevel.Debug, "Call {Endpoint}/{Method} was refused: {Reason}")]
    public static partial void CallRefused(this ILogger logger, string endpoint, string method, string reason);

    [LoggerMessage(2005, LogLevel.Debug, "Call {Endpoint}/{Method} could not send its result, because the response had started or the caller was gone.")]
    public static partial void ResponseNotSent(this ILogger logger, Exception exception, string endpoint, string method);

    [LoggerMessage(2006, LogLevel.Warning, "Exception handler {Handler} failed or took too long.")]
    public static partial void ExceptionHandlerFailed(this ILogger logger, Exception exception, string handler);

    [LoggerMessage(2007, LogLevel.Warning, "A caller sent credentials, but no IPodAuthenticator is registered; they are ignored from now on.")]
    public static partial void NoAuthenticator(this ILogger logger);

    [LoggerMessage(2008, LogLevel.Warning, "Call {Endpoint}/{Method} was cancelled, because the server is stopping.")]
    public static partial void CallCutShort(this ILogger logger, string endpoint, string method);

    [LoggerMessage(2100, LogLevel.Debug, "Stream socket {SocketId} opened.")]
    public static partial void SocketOpened(this ILogger logger, Guid socketId);

    [LoggerMessage(2101, LogLevel.Debug, "Stream socket {SocketId} closed.")]
    public static partial void SocketClosed(this ILogger logger, Guid socketId);

    [LoggerMessage(2102, LogLevel.Information, "Stream socket {SocketId} is closed: the client sent a frame that is none.")]
    public static partial void BadFrame(this ILogger logger, Guid socketId);

    [LoggerMessage(2103, LogLevel.Information, "Stream socket {SocketId} is closed: the client was silent during {Pings} pings.")]
    public static partial void SocketSilent(this ILogger logger, Guid socketId, int pings);

    [LoggerMessage(2104, LogLevel.Information, "Stream socket {SocketId} is closed: a frame was larger than {Limit} bytes.")]
    public static partial void FrameTooLarge(this ILogger logger, Guid socketId, long limit);

    [LoggerMessage(2105, LogLevel.Error, "Stream socket {SocketId} failed.")]
    public static partial void SocketFailed(this ILogger logger, Exception exception, Guid socketId);

    [LoggerMessage(2106, LogLevel.Warning, "{Calls} streaming calls did not end in time while the server was stopping.")]
    public static partial void CallsOutlivedStop(this ILogger logger, int calls);

    [LoggerMessage(2200, LogLevel.Error, "A listener of channel '{Channel}' for '{Type}' failed.")]
    public static partial void ListenerFailed(this ILogger logger, Exception exception, string channel, string type);

    [LoggerMessage(2201, LogLevel.Warning, "A listener of channel '{Channel}' for '{Type}' skipped a message of type '{Actual}'.")]
    public static partial void MessageSkipped(this ILogger logger, string channel, string type, string actual);

    [LoggerMessage(2202, LogLevel.Error, "A listener of channel '{Channel}' for '{Type}' was too slow and has ended.")]
    public static partial void ListenerOverflowed(this ILogger logger, string channel, string type);

    [LoggerMessage(2203, LogLevel.Warning, "A message of another server on channel '{Channel}' cannot be read; a server of another version may have sent it.")]
    public static partial void MessageUnreadable(this ILogger logger, Exception? exception, string channel);

    [LoggerMessage(2204, LogLevel.Warning, "The connection to the other servers was lost and is back; their messages of the time between may be missing.")]
    public static partial void MessagesMissed(this ILogger logger);

    [LoggerMessage(2205, LogLevel.Warning, "A revocation did not reach the other servers yet; it is sent again.")]
    public static partial void RevocationDelayed(this ILogger logger, Exception exception);

    [LoggerMessage(2206, LogLevel.Warning, "Messages of other servers cannot be heard: the connection to PostgreSQL that listens to them failed. It is opened again.")]
    public static partial void ListeningFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 2300, Message = "{Message}")]
    public static partial void SessionMessage(this ILogger logger, LogLevel level, Exception? exception, string message);

    [LoggerMessage(2301, LogLevel.Error, "A closing callback of session {SessionId} failed.")]
    public static partial void ClosingFailed(this ILogger logger, Exception exception, Guid sessionId);

    [LoggerMessage(2302, LogLevel.Error, "Session {Endpoint} failed.")]
    public static partial void InternalSessionFailed(this ILogger logger, Exception exception, string endpoint);

    [LoggerMessage(2303, LogLevel.Critical, "{Message}")]
    public static partial void SessionAlert(this ILogger logger, string message);

    [LoggerMessage(2400, LogLevel.Information, "Embedded PostgreSQL {Version} runs on {Folder}.")]
    public static partial void EmbeddedPostgresStarted(this ILogger logger, string version, string folder);

    [LoggerMessage(2401, LogLevel.Information, "{Line}")]
    public static partial void EmbeddedPostgresSays(this ILogger logger, string line);

    [LoggerMessage(2402, LogLevel.Information, "Applied {Count} migrations; the database is at {Version}.")]
    public static partial void MigrationsApplied(this ILogger logger, int count, string version);

    [LoggerMessage(2403, LogLevel.Information, "{Application} is ready at {Address}. Calls: POST {Address}/endpoint/method. Streams: {StreamAddress}/v1/websocket.")]
    public static partial void ServerReady(this ILogger logger, string application, string address, string streamAddress);

    [LoggerMessage(2404, LogLevel.Warning, "The database differs from what the code was generated for:\n{Differences}\n{Remedy}")]
    public static partial void SchemaDiffers(this ILogger logger, string differences, string remedy);

    [LoggerMessage(
        2405, LogLevel.Warning,
        "POD3052: the database has migration {Version}, which this project does not have: it is older than the database. The start goes on if the schema fits.")]
    public static partial void DatabaseIsNewer(this ILogger logger, string version);

    [LoggerMessage(2500, LogLevel.Warning, "Cache '{Cache}': the entry '{Key}' holds '{Stored}' where '{Wanted}' was asked for; it counts as missing.")]
    public static partial void CachedTypeDiffers(this ILogger logger, string cache, string key, string stored, string wanted);

    [LoggerMessage(2501, LogLevel.Warning, "Cache '{Cache}': the entry '{Key}' is no '{Wanted}' of this version of the application; it counts as missing.")]
    public static partial void CachedValueUnreadable(this ILogger logger, Exception exception, string cache, string key, string wanted);

    [LoggerMessage(2502, LogLevel.Warning, "Cache '{Cache}': the value of '{Key}' has {Bytes} bytes and is not stored; MaxEntryBytes is {Limit}.")]
    public static partial void CachedValueTooLarge(this ILogger logger, string cache, string key, int bytes, int limit);

    [LoggerMessage(
        2503, LogLevel.Information,
        "The global cache is this process's own. Before a second server starts, add Redis: builder.AddPodRedis() and ConnectionStrings:cache.")]
    public static partial void GlobalCacheIsLocal(this ILogger logger);
}
