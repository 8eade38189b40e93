import Testing

@Suite struct `2 Questionnaire` {}
