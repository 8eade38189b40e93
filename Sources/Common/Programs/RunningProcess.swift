// A program while it runs. It is read, watched and, when its time is up, ended, all from the thread that called: no
// run loop and no thread of its own, so that its end is noticed at once.

import Foundation

/// A process that leads a group of its own, and the pipes through which it speaks.
final class RunningProcess {
    private let process: pid_t
    private let deadline: ContinuousClock.Instant?
    private let keeping: Int
    private let endsSession: Bool
    /// Pipes that are still open: at first the output, then the errors.
    private var pipes: [Ear]
    private var errors = Data()
    private var isReaped = false

    private struct Ear: Equatable {
        let descriptor: Int32
        let hearsErrors: Bool
    }

    init(_ program: Program) throws {
        let output = try Tube()
        let errors = program.showsErrors ? nil : try Tube()
        deadline = program.timeLimit.map { ContinuousClock.now + $0 }
        (keeping, endsSession) = (program.keeping, program.endsSession)
        process = try spawn(program, output: output.writing, errors: errors?.writing)
        companion.store(process, ordering: .sequentiallyConsistent)
        pipes = [Ear(descriptor: output.keepReading(), hearsErrors: false)]
        if let errors { pipes.append(Ear(descriptor: errors.keepReading(), hearsErrors: true)) }
    }

    deinit { pipes.forEach { close($0.descriptor) } }

    /// Waits for the end, and hands the output to `consume` until then.
    func attend(_ consume: (UnsafeRawBufferPointer) throws -> Void) throws -> Child {
        var isOverdue = false
        while !hasEnded(waits: pipes.isEmpty && deadline == nil) {
            try listen(milliseconds: pipes.isEmpty ? 1 : 50, consume)
            guard let deadline, deadline < .now else { continue }
            // Asked politely first, since one that has started others in groups of their own can then end those.
            let wasPatient = deadline + .seconds(1) < .now
            kill(-process, wasPatient ? SIGKILL : SIGTERM)
            isOverdue = true
        }
        // Whatever it left running is ended; what has left the group may still hold a pipe open, and isn't waited for.
        killAll()
        let patience = ContinuousClock.now + .seconds(1)
        while !pipes.isEmpty, .now < patience, try listen(milliseconds: 200, consume) {}
        return reap(isOverdue: isOverdue)
    }

    /// Ends the process and its group if it is still there.
    func end() {
        guard !isReaped else { return }
        killAll()
        _ = reap(isOverdue: false)
    }

    private func killAll() {
        kill(-process, SIGKILL)
        guard endsSession else { return }
        let others = try? FileManager.default.contentsOfDirectory(atPath: "/proc")
        for other in (others ?? []).compactMap({ pid_t($0) }) where other != process && getsid(other) == process {
            kill(other, SIGKILL)
        }
    }

    /// Whether the process has ended. It is not reaped here, so its number is not given to another process yet.
    private func hasEnded(waits: Bool) -> Bool {
        var info = siginfo_t()
        let result = waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT | (waits ? 0 : WNOHANG))
        return result == 0 ? info.si_signo == SIGCHLD : errno != EINTR
    }

    private func reap(isOverdue: Bool) -> Child {
        var (status, usage) = (Int32(0), rusage())
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        isReaped = true
        _ = companion.compareExchange(expected: process, desired: 0, ordering: .sequentiallyConsistent)
        let signal = status & 0x7F
        return Child(
            status: signal == 0 ? status >> 8 & 0xFF : signal, signal: signal == 0 ? nil : signal, output: "",
            errors: String(decoding: errors, as: UTF8.self), isOverdue: isOverdue,
            processorTime: duration(usage.ru_utime) + duration(usage.ru_stime))
    }
}

// MARK: Listening

extension RunningProcess {
    /// Reads what has been said, or waits for it a while.
    /// - Returns: false when nothing came.
    @discardableResult
    private func listen(milliseconds: Int32, _ consume: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
        var waits = pipes.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        guard poll(&waits, nfds_t(waits.count), milliseconds) > 0 else { return false }
        for (pipe, wait) in zip(pipes, waits) where wait.revents != 0 { try hear(pipe, consume) }
        return true
    }

    private func hear(_ pipe: Ear, _ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            let count = read(pipe.descriptor, buffer.baseAddress, buffer.count)
            if count < 0 && errno == EINTR { return }
            guard count > 0 else { return hangUp(pipe) }
            let said = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            if pipe.hearsErrors {
                errors.append(contentsOf: said.prefix(keeping - errors.count))
            } else {
                try consume(said)
            }
        }
    }

    private func hangUp(_ pipe: Ear) {
        close(pipe.descriptor)
        pipes.removeAll { $0 == pipe }
    }
}

private func duration(_ time: timeval) -> Duration {
    .seconds(Int64(time.tv_sec)) + .microseconds(Int64(time.tv_usec))
}
