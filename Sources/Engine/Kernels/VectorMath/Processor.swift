// What this machine can do.

import Foundation

/// What this processor can do, by the system's names for it; empty where the system does not say.
let processorFlags: Set<Substring> = {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let flags = text.split(separator: "\n").first { $0.hasPrefix("flags") }
    return Set(flags?.split(separator: " ") ?? [])
}()
