import Exercises03
import Practice
import Solutions03

let ownProject = Check(
    "3.12",
    answer("answersForMyProject()", Exercises03.answersForMyProject, Solutions03.answersForMyProject)
) { ownProject in
    let found = try ownProject()
    let keys = (1...7).map { "project-\($0)" }
    try expectEqual(found.its("keys") { $0.keys.sorted() }, keys)
    for key in keys {
        try expect(found.its("words of \(key)") { $0[key, default: ""].split(separator: " ").count }, "at least 5") {
            $0 >= 5
        }
    }
    try expectEqual(found.its("different answers") { Set($0.values).count }, 7)
}
