import Exercises10
import Practice
import Solutions10

let ratesOfGroups = Check(
    "10.14",
    answer(
        "ratesOfGroups(_:learning:highest:)", Exercises10.ratesOfGroups(_:learning:highest:),
        Solutions10.ratesOfGroups(_:learning:highest:))
) { ratesOfGroups in
    try expectClose(ratesOfGroups(3, 2, 0.26), [0, 0.1, 0.26])
    try expectClose(ratesOfGroups(5, 1, 2e-2), [0, 0, 0, 0, 2e-2])
    // The book's slice from 1e-2/2.6⁴ to 1e-2:
    try expectClose(ratesOfGroups(5, 5, 1e-2), [2.1883e-4, 5.6896e-4, 1.47929e-3, 3.84615e-3, 1e-2], tolerance: 1e-8)
    try expectClose(ratesOfGroups(2, 0, 1), [0, 0])
}
