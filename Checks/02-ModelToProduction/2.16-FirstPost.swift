import Exercises02
import Practice
import Solutions02

let aFirstPost = Check("2.16", answer("firstPost()", Exercises02.firstPost, Solutions02.firstPost)) { firstPost in
    let found = try firstPost()
    let lines = found.value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    try expect(found.its("first line") { _ in lines.first ?? "" }, "“# ” and a title") {
        $0.hasPrefix("# ") && $0.count > 2
    }
    var counts: [Int] = []
    for line in lines {
        if line.hasPrefix("## "), line.contains(where: \.isLetter) { counts.append(0) }
        if !line.hasPrefix("#"), !counts.isEmpty { counts[counts.count - 1] += line.split(separator: " ").count }
    }
    try expect(found.its("number of parts") { _ in counts.count }, "at least 3") { $0 >= 3 }
    try expect(found.its("words of its parts") { _ in counts }, "at least 20 in each") { $0.allSatisfy { $0 >= 20 } }
    try expect(found.its("whole text") { $0.lowercased() }, "a line with the word “surprised”") {
        $0.split { !$0.isLetter }.contains("surprised")
    }
}
