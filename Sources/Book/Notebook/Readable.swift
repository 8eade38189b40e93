// Numbers as people read them: durations, bytes, and measured values with as many decimals as they deserve.

import Foundation

/// `0.4 s`, `12 s`, `3 min 05 s`, `2 h 10 min`
func readable(_ duration: Duration) -> String {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    if seconds < 9.95 { return fixed(seconds, 1) + " s" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(twoDigits(whole % 60)) s" }
    return "\(whole / 3600) h \(twoDigits(whole % 3600 / 60)) min"
}

/// `213 MB`
func readable(bytes: Int) -> String { "\((bytes + 500_000) / 1_000_000) MB" }

/// `value` with exactly `decimals` decimals; never `-0.00`.
func fixed(_ value: Double, _ decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    let isZero = !text.contains { $0.isLetter || ("1"..."9").contains($0) }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
