// Starting a program, the system's way.

import CSpawn
import Foundation

/// Starts a program in a process group of its own, without input, and with no signals blocked or ignored, not even
/// those that are so here. Its errors go where ours go when there is no `errors`.
func spawn(_ program: Program, output: Int32, errors: Int32?) throws -> pid_t {
    #if canImport(Darwin)
        var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?) = (nil, nil)
        let closesOthers = Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #else
        var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
        let closesOthers: Int32 = 0  // All our pipes close on their own (O_CLOEXEC).
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors ?? STDERR_FILENO, STDERR_FILENO)
    if let folder = program.folder { posix_spawn_file_actions_addchdir_np(&actions, folder.path) }

    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    for number in [SIGKILL, SIGSTOP] { sigdelset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    // The leader of a session leads a group, too.
    let leads = program.endsSession ? newSession : Int32(POSIX_SPAWN_SETPGROUP)
    let flags = leads | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags | closesOthers))

    let path = program.executable.path
    let words = cStrings([path] + program.arguments)
    let environment = cStrings(program.wholeEnvironment.map { "\($0)=\($1)" })
    defer { (words + environment).forEach { free($0) } }
    var process = pid_t()
    let problem = posix_spawn(&process, path, &actions, &attributes, words, environment)
    guard problem == 0 else { throw Refusal("\(path): cannot be started: \(String(cString: strerror(problem)))") }
    return process
}

/// POSIX_SPAWN_SETSID, which Swift does not see in every C library.
#if canImport(Darwin)
    private let newSession: Int32 = 0x400
#else
    private let newSession: Int32 = 0x80
#endif

extension Program {
    /// Our environment with the program's changes. Inside a Git hook, GIT_DIR and the like name the hook's repository;
    /// but the `git` that we start should look at its own folder.
    fileprivate var wholeEnvironment: [String: String] {
        var whole = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
        for (name, value) in environment { whole[name] = value }
        return whole
    }
}

/// A list of strings as C expects it: pointers, and a null pointer at the end. The caller frees them.
private func cStrings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] { strings.map { strdup($0) } + [nil] }

/// A pipe whose ends no other program inherits. Ends that are still open are closed with it.
final class Tube {
    private var reading: Int32
    let writing: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        #if canImport(Darwin)
            let problem = pipe(&ends)
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #else
            let problem = pipe2(&ends, O_CLOEXEC)
        #endif
        guard problem == 0 else { throw Refusal("a pipe could not be opened: \(String(cString: strerror(errno)))") }
        (reading, writing) = (ends[0], ends[1])
    }

    /// The end to read from. The caller must close it.
    func keepReading() -> Int32 {
        defer { reading = -1 }
        return reading
    }

    deinit {
        if reading >= 0 { close(reading) }
        close(writing)
    }
}
