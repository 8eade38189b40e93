// OpenBLAS picks its kernels to suit the processor, unless an environment variable pins them. A pin that was right for
// another machine can halve the speed of every matrix product here, and would not be noticed.

import COpenBLAS
import Foundation

/// What to change if OpenBLAS runs slower kernels than this processor allows; nil if all is well.
public func blasAdvice(environment: [String: String] = ProcessInfo.processInfo.environment) -> String? {
    guard let pinned = environment["OPENBLAS_CORETYPE"] else { return nil }
    let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    return blasAdvice(pinned: pinned, kernel: String(cString: openblas_get_corename()), processor: processor)
}

/// - Parameters:
///   - kernel: the kernel in use, by OpenBLAS's name.
///   - processor: the system's description of the processor, with its flags.
func blasAdvice(pinned: String, kernel: String, processor: String) -> String? {
    let wide = ["skylakex", "cooperlake", "sapphirerapids"]
    let flags = Set(processor.split(whereSeparator: \.isWhitespace))
    let allowsMore =
        flags.contains("avx512f") && !wide.contains(kernel.lowercased())
        || flags.contains("avx2") && ["prescott", "core2", "nehalem", "sandybridge"].contains(kernel.lowercased())
    guard allowsMore else { return nil }
    return "OPENBLAS_CORETYPE=\(pinned) pins OpenBLAS to slower kernels (\(kernel)) than this processor allows; "
        + "matrix products may take twice as long. Try: unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE"
}

/// Which OpenBLAS this is and which kernels it picked: "OpenBLAS 0.3.21 …, kernel Zen".
public func blasDescription() -> String {
    let version = String(cString: openblas_get_config()).split(separator: " ").prefix(2).joined(separator: " ")
    return "\(version), kernel \(String(cString: openblas_get_corename()))"
}
