// Nudge: Take something small that you know well. Question 1 is the one that most people skip.
// Idea: For question 4: into which groups do the people fall about whom it says something? For question 5: what would
//   you do without any model?
// Almost: A dictionary from "project-1", … "project-7" to sentences. Ours is about birds.

public func answersForMyProject() throws -> [String: String] {
    [
        "project-1": "Yes: it finds birds in recordings of a forest, and nobody is watched.",
        "project-2": "Recordings were made near paths, so birds that avoid people are missing.",
        "project-3": "Code and recordings are public, and labels name who has set them.",
        "project-4": "There are no groups of people; rare birds have twice the errors of common ones.",
        "project-5": "Taking the loudest pitch alone is right for half of the species.",
        "project-6": "Whoever knows better writes to us; corrections appear with the next version.",
        "project-7": "Two programmers and a biologist; nobody yet who lives near the forest.",
    ]
}
