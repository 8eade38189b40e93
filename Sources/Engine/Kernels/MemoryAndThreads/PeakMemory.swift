// How much memory a program has needed, measured at its end.

import Foundation

extension Memory {
    /// The most memory that this process has held, in bytes.
    ///
    /// Linux's `getrusage` also counts the program that was in the process before (`swift run`, which becomes the
    /// chapter), so the kernel's own account of the running program comes first.
    public static var peak: Int {
        #if os(Linux)
            let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            if let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) }) {
                return kilobytes * 1024
            }
        #endif
        var usage = rusage()
        getrusage(0, &usage)  // 0: this process
        #if os(Linux)
            return usage.ru_maxrss * 1024
        #else
            return usage.ru_maxrss
        #endif
    }
}
